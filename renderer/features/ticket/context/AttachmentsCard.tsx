import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCall } from '../../../api/use-call.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AttachmentDrop } from './AttachmentDrop.tsx';
import { AttachmentLine } from './AttachmentLine.tsx';
import { Card } from './Card.tsx';
import classes from './Context.module.css';
import { useAddAttachments } from './use-add-attachments.ts';

/** Files of the ticket: a photo of the label, the invoice. Chosen, dropped, or pasted while the focus is here. */
export function AttachmentsCard({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const list = useCall('attachment.list', { ticketId: ticket.id });
  const adding = useAddAttachments(ticket.id);
  const attachments = list.data?.attachments ?? [];
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    // Elsewhere a pasted picture is scanned; here it is kept.
    event.preventDefault();
    void adding.add(files);
  };
  return (
    <Card title={t('attachments.title')} icon={IconPaperclip}>
      <AttachmentDrop onFiles={(files) => void adding.add(files)} />
      <Stack gap="xs" onPaste={paste}>
        <Text size="xs" c="dimmed">
          {t('attachments.hint')}
        </Text>
        {attachments.length > 0 && (
          <ul className={classes['notes']}>
            {attachments.map((attachment) => (
              <AttachmentLine key={attachment.id} attachment={attachment} />
            ))}
          </ul>
        )}
        <div>
          <FileButton multiple onChange={(files) => void adding.add(files)}>
            {(props) => (
              <Button {...props} size="sm" variant="light" loading={adding.isAdding}>
                {t('attachments.add')}
              </Button>
            )}
          </FileButton>
        </div>
        {adding.refused.map(({ name, reason }) => (
          <Notice key={name} tone="warning" title={t('attachments.refused', { name })}>
            {t(`attachments.reasons.${reason}`)}
          </Notice>
        ))}
        <CallErrorNotice error={adding.error ?? list.error} />
      </Stack>
    </Card>
  );
}
