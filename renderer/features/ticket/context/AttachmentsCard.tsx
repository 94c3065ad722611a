import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
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
import { usePastedFiles } from './use-pasted-files.ts';

/** Files of the ticket: a photo of the label, the invoice. Chosen, dropped, or pasted while the focus is here. */
export function AttachmentsCard({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const list = useCall('attachment.list', { ticketId: ticket.id });
  const adding = useAddAttachments(ticket.id);
  const attachments = list.data?.attachments ?? [];
  const place = useRef<HTMLDivElement>(null);
  // Elsewhere a pasted picture is scanned; here it is kept.
  usePastedFiles(place, (files) => void adding.add(files));
  return (
    <Card title={t('attachments.title')} icon={IconPaperclip}>
      <AttachmentDrop onFiles={(files) => void adding.add(files)} />
      <Stack ref={place} gap="xs">
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
