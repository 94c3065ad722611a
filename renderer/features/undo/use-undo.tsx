import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../../core/contract/errors.ts';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';
import { client } from '../../api/client.ts';
import { commandWords } from './command-words.ts';
import { type Direction, MessageBody } from './MessageBody.tsx';

/** Time to read it, find the button and decide; the keys work long after. Hovering and focus hold it. */
const SHOWN_MS = 10_000;

type Message = {
  readonly id: string;
  readonly text: string;
  readonly detail: string | null;
  /** What its button does; null where something failed, which stays until it is put away. */
  readonly next: { readonly direction: Direction; readonly commandId: string } | null;
};

/** Undo and redo, and the message about what was done last. */
export function useUndo() {
  const { t } = useTranslation('undo');
  const queryClient = useQueryClient();
  const [message, setMessage] = useState<Message | null>(null);

  const turn = useCallback(
    (direction: Direction, commandId: string | null) => {
      client.call(`desk.${direction}`, { commandId }).then(
        ({ command }) => {
          setMessage(turnedMessage(direction, command, t));
          // It can have changed any record, and seldom happens.
          void queryClient.invalidateQueries();
        },
        (error: unknown) => setMessage(failedMessage(direction, error, t)),
      );
    },
    [queryClient, t],
  );

  useEffect(
    () =>
      client.on('desk.commandRecorded', (command) => {
        const id = `done ${command.id}`;
        // Typing that goes on is told once.
        setMessage((before) => (before?.id === id ? before : doneMessage(id, command, t)));
      }),
    [t],
  );

  useEffect(() => {
    if (message === null) return;
    const { id, text, detail, next } = message;
    notifications.show({
      id,
      role: 'group',
      autoClose: next === null ? false : SHOWN_MS,
      withBorder: true,
      closeButtonProps: { 'aria-label': t('close') },
      ...(next === null ? { icon: <IconAlertTriangle aria-hidden size={18} />, color: 'red' } : {}),
      message: (
        <MessageBody
          text={text}
          detail={detail}
          direction={next?.direction ?? null}
          onTurn={() => next !== null && turn(next.direction, next.commandId)}
        />
      ),
    });
    return () => void notifications.hide(id);
  }, [message, t, turn]);

  return { spoken: message === null ? '' : [message.text, message.detail ?? ''].join('. '), turn };
}

type Words = TFunction<'undo'>;

function doneMessage(id: string, command: DoneCommand, t: Words): Message {
  const next = { direction: 'undo', commandId: command.id } as const;
  return { id, text: commandWords(command, t), detail: null, next };
}

function turnedMessage(direction: Direction, command: DoneCommand, t: Words): Message {
  const isUndone = direction === 'undo';
  return {
    id: crypto.randomUUID(),
    text: t(isUndone ? 'undone' : 'redone', { what: commandWords(command, t) }),
    detail: isUndone && command.isBeyondRecall ? t('beyondRecall') : null,
    next: { direction: isUndone ? 'redo' : 'undo', commandId: command.id },
  };
}

function failedMessage(direction: Direction, error: unknown, t: Words): Message {
  const isNothing = error instanceof CallError && error.code === 'not_found';
  return {
    id: crypto.randomUUID(),
    text: t(isNothing ? `nothing.${direction}` : `failed.${direction}`),
    detail: error instanceof CallError && !isNothing ? error.message : null,
    next: null,
  };
}
