import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasePreview } from '../../../core/contract/privacy-calls.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { EraseButton } from './EraseButton.tsx';
import { BackupsHolding, ErasePlan } from './ErasePlan.tsx';

type Props = { readonly customerId: string; readonly isOpen: boolean; readonly onClose: () => void };

/** What goes, what stays and where it is still held; then a typed word, because nothing of it comes back. */
export function EraseDialog({ customerId, isOpen, onClose }: Props) {
  const { t } = useTranslation('privacy');
  return (
    <Dialog title={t('erase.title')} isOpen={isOpen} onClose={onClose}>
      <Erasure customerId={customerId} onClose={onClose} />
    </Dialog>
  );
}

function Erasure({ customerId, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('privacy');
  const preview = useCall('customer.previewErase', { customerId });
  const erase = useCommand('customer.erase');
  if (preview.data === undefined) return <CallErrorNotice error={preview.error} />;
  if (erase.isSuccess) return <Erased preview={preview.data} onClose={onClose} />;
  const { openTickets } = preview.data;
  const count = openTickets.length;
  if (count > 0) {
    return (
      <Notice tone="warning" title={t('erase.hasOpen', { count })}>
        {t('erase.hasOpenNext', { count, numbers: openTickets.map((number) => `#${number}`).join(', ') })}
      </Notice>
    );
  }
  return (
    <Stack gap="md">
      <ErasePlan preview={preview.data} />
      <Confirmation
        isErasing={erase.isPending}
        error={erase.error}
        onCancel={onClose}
        onConfirm={() => erase.mutate({ customerId, nameInstead: t('erasedName') })}
      />
    </Stack>
  );
}

type ConfirmationProps = {
  readonly isErasing: boolean;
  readonly error: Error | null;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
};

function Confirmation({ isErasing, error, onCancel, onConfirm }: ConfirmationProps) {
  const { t } = useTranslation(['privacy', 'common']);
  // Not kept over a lock: a word that was typed before must confirm nothing when somebody opens the desk again.
  const [typed, setTyped] = useState('');
  const word = t('erase.word');
  const isConfirmed = typed.trim().toLowerCase() === word;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && !isErasing) onConfirm();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('erase.type', { word })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <CallErrorNotice error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel} disabled={isErasing}>
            {t('common:actions.cancel')}
          </Button>
          <EraseButton type="submit" disabled={!isConfirmed} loading={isErasing}>
            {t('erase.go')}
          </EraseButton>
        </Group>
      </Stack>
    </form>
  );
}

function Erased({ preview, onClose }: { readonly preview: ErasePreview; readonly onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'common']);
  return (
    <Stack gap="md">
      <Notice tone="success" title={t('erase.done')}>
        <BackupsHolding backups={preview.backups} />
      </Notice>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {t('common:actions.close')}
        </Button>
      </Group>
    </Stack>
  );
}
