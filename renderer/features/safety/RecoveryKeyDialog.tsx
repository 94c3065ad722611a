import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useBackupWords } from '../restore/index.ts';
import { ConfirmedAct } from './ConfirmedAct.tsx';
import { PrintedPage } from './PrintedPage.tsx';
import classes from './RecoveryKey.module.css';
import { RecoveryKeyCheck } from './RecoveryKeyCheck.tsx';

type Props = {
  readonly vault: Extract<VaultState, { state: 'open' }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};
type Made = CallOutput<'vault.makeRecoveryKey'>;

/** Makes a recovery key: shown once, printed or saved, and proven to be on paper. */
export function RecoveryKeyDialog({ vault, isOpen, onClose }: Props) {
  const { t } = useTranslation('safety');
  return (
    <Dialog title={t('recoveryKey.title')} isOpen={isOpen} onClose={onClose}>
      <Steps vault={vault} onClose={onClose} />
    </Dialog>
  );
}

function Steps({ vault, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('safety');
  const make = useCommand('vault.makeRecoveryKey');
  const [isNoted, setIsNoted] = useState(false);
  const { data } = make;
  if (data === undefined)
    return (
      <ConfirmedAct
        vault={vault}
        what={t('recoveryKey.whatFor')}
        label={t('recoveryKey.make')}
        isBusy={make.isPending}
        error={make.error}
        onCancel={onClose}
        onConfirm={(currentPassphrase) => make.mutate({ currentPassphrase })}
      />
    );
  return isNoted ? (
    <RecoveryKeyCheck askedGroup={data.askedGroup} onBack={() => setIsNoted(false)} onClose={onClose} />
  ) : (
    <ShownKey made={data} onNoted={() => setIsNoted(true)} />
  );
}

function ShownKey({ made, onNoted }: { readonly made: Made; readonly onNoted: () => void }) {
  const { t } = useTranslation('safety');
  const words = useBackupWords();
  const save = useCommand('vault.saveRecoveryPage');
  const lines = [
    t('recoveryKey.pageTitle'),
    made.recoveryKey,
    t('recoveryKey.pageMade', { when: words.when(made.madeAt) }),
    t('recoveryKey.pageWhat'),
    t('recoveryKey.pageKeep'),
  ];
  return (
    <Stack gap="md">
      <Text size="sm">{t('recoveryKey.what')}</Text>
      <ol className={`rd-mono ${classes['groups'] ?? ''}`} aria-label={t('recoveryKey.groups')}>
        {made.recoveryKey.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal groups apart.
          <li key={index}>{group}</li>
        ))}
      </ol>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={18} />}
          onClick={() => window.print()}
        >
          {t('recoveryKey.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy aria-hidden size={18} />}
          onClick={() => save.mutate({ page: `${lines.join('\n\n')}\n` })}
        >
          {t(save.data?.isSaved === true ? 'recoveryKey.saved' : 'recoveryKey.save')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('recoveryKey.where')}
      </Text>
      <CallErrorNotice error={save.error} />
      <Group justify="flex-end">
        <Button onClick={onNoted} data-autofocus>
          {t('recoveryKey.noted')}
        </Button>
      </Group>
      <PrintedPage lines={lines} />
    </Stack>
  );
}
