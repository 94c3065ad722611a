import { Button, Stack, Text, Textarea } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { undoneSequences } from '../../../../core/ticket/replay.ts';
import { useCommand } from '../../../api/use-call.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { NOTE_FIELD_ID } from '../focus.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { Card } from './Card.tsx';
import classes from './Context.module.css';

/** What the agent wants to remember; half-typed notes survive a crash. */
export function NotesCard({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const draft = useDraft(ticket.id, 'note');
  const addNote = useCommand('ticket.addNote');
  const keep = useKeepTicket();
  const text = draft.text.trim();
  const add = () => {
    if (text === '' || addNote.isPending) return;
    addNote.mutate(
      { ticketId: ticket.id, text },
      {
        onSuccess: (answer) => {
          keep(answer.ticket);
          draft.setText('');
        },
      },
    );
  };
  return (
    <Card title={t('notes.title')} icon={IconNotes} command="ticket.note">
      <Stack gap="xs">
        <Textarea
          id={NOTE_FIELD_ID}
          label={t('notes.field')}
          description={t('notes.hint')}
          classNames={{ input: 'rd-growing' }}
          maxLength={4000}
          value={draft.text}
          onChange={(event) => draft.setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Shift + Enter is a new line; an Enter that chooses a word of an input method is not ours.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <div>
          <Button size="sm" variant="light" disabled={text === ''} loading={addNote.isPending} onClick={add}>
            {t('notes.add')}
          </Button>
        </div>
        <CallErrorNotice error={addNote.error ?? draft.error} />
        <NoteList ticket={ticket} />
      </Stack>
    </Card>
  );
}

/** Newest first. */
function NoteList({ ticket }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const undone = undoneSequences(ticket.history);
  const notes = ticket.history.flatMap(({ sequence, at, actor, event }) =>
    event.type === 'noteAdded' && !undone.has(sequence) ? [{ sequence, at, actor, text: event.text }] : [],
  );
  if (notes.length === 0) return null;
  return (
    <ul className={classes['notes']}>
      {notes.toReversed().map((note) => (
        <li key={note.sequence} className={classes['note']}>
          <Text size="sm">{note.text ?? t('notes.erased')}</Text>
          <Text size="xs" c="dimmed">
            {formatTime(note.at, now, i18n.language)} · {note.actor}
          </Text>
        </li>
      ))}
    </ul>
  );
}
