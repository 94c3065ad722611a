import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { useAddAttachments } from './use-add-attachments.ts';

type Props = { readonly adding: ReturnType<typeof useAddAttachments>; readonly label: string };

/** The button that keeps files with a ticket, and what could not be kept. */
export function AddAttachments({ adding, label }: Props) {
  const { t } = useTranslation('ticket');
  return (
    <>
      <div>
        <FileButton multiple onChange={(files) => void adding.add(files)}>
          {(props) => (
            <Button {...props} size="sm" variant="light" loading={adding.isAdding}>
              {label}
            </Button>
          )}
        </FileButton>
      </div>
      {adding.refused.map(({ name, reason }) => (
        <Notice key={name} tone="warning" title={t('attachments.refused', { name })}>
          {t(`attachments.reasons.${reason}`)}
        </Notice>
      ))}
      <CallErrorNotice error={adding.error} />
    </>
  );
}
