import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFileName } from '../../../../core/file-name.ts';
import { type Attachment, canOpen } from '../../../../core/ticket/attachment.ts';
import { useCommand } from '../../../api/use-call.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import classes from './Context.module.css';

/** Kilobytes; less would read as an empty file. */
const SMALLEST_SHOWN = 0.1;

/** Taking back the question leaves the focus where it was asked. */
type Question = 'unasked' | 'asked' | 'takenBack';

/** One file: what it is, and what can be done with it. Removing asks once more, because the content is gone then. */
export function AttachmentLine({ attachment }: { readonly attachment: Attachment }) {
  const { t, i18n } = useTranslation(['ticket', 'common']);
  const now = useNow(60_000);
  const [question, setQuestion] = useState<Question>('unasked');
  const open = useCommand('attachment.open');
  const save = useCommand('attachment.save');
  const remove = useCommand('attachment.remove');
  const { id: attachmentId, sizeBytes, addedAt, actor } = attachment;
  const name = shownFileName(attachment.name);
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const kilobytes = size.format(Math.max(sizeBytes / 1000, SMALLEST_SHOWN));
  return (
    <li className={classes['note']}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {t('attachments.facts', { kilobytes })} · {formatTime(addedAt, now, i18n.language)} · {actor}
      </Text>
      {question === 'asked' ? (
        <Group gap={4}>
          <Text size="xs">{t('attachments.sure')}</Text>
          <Button
            size="compact-xs"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ attachmentId })}
          >
            {t('attachments.removeNow')}
          </Button>
          <Button autoFocus size="compact-xs" variant="subtle" onClick={() => setQuestion('takenBack')}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      ) : (
        <Group gap={4}>
          {canOpen(name) && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('attachments.openOf', { name })}
              onClick={() => open.mutate({ attachmentId })}
            >
              {t('attachments.open')}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('attachments.saveOf', { name })}
            onClick={() => save.mutate({ attachmentId })}
          >
            {t('attachments.save')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            autoFocus={question === 'takenBack'}
            aria-label={t('attachments.removeOf', { name })}
            onClick={() => setQuestion('asked')}
          >
            {t('attachments.remove')}
          </Button>
        </Group>
      )}
      {open.data?.result === 'opened' && <Text size="xs">{t('attachments.opened')}</Text>}
      {open.data?.result === 'notOpened' && <Text size="xs">{t('attachments.notOpened')}</Text>}
      <CallErrorNotice error={open.error ?? save.error ?? remove.error} />
    </li>
  );
}
