import { Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCall } from '../../../api/use-call.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { AddAttachments } from './AddAttachments.tsx';
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
        <AddAttachments adding={adding} label={t('attachments.add')} />
        <CallErrorNotice error={list.error} />
      </Stack>
    </Card>
  );
}
