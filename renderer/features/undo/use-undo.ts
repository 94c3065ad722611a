import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';
import { client } from '../../api/client.ts';
import {
  type Direction,
  doneMessage,
  failedMessage,
  type Message,
  runningMessage,
  turnedMessage,
} from './message.ts';
import { turnRun } from './turn-run.ts';

/** Undo and redo, and the message about what was done last. */
export function useUndo() {
  const { t } = useTranslation('undo');
  const queryClient = useQueryClient();
  const [message, setMessage] = useState<Message | null>(null);
  const isStopped = useRef(false);
  // One after the other, so that the key pressed twice takes back two things.
  const queue = useRef<Promise<void>>(Promise.resolve());

  const run = useCallback(
    async (direction: Direction, commandId: string | null) => {
      isStopped.current = false;
      let tickets = 0;
      const onTurned = (command: DoneCommand, hasMore: boolean) => {
        tickets += command.ticketCount;
        const say = hasMore && !isStopped.current ? runningMessage : turnedMessage;
        setMessage(say(direction, command, tickets, t));
      };
      try {
        const send = (id: string | null) => client.call(`desk.${direction}`, { commandId: id });
        await turnRun(commandId, send, { onTurned, isStopped: () => isStopped.current });
      } catch (error) {
        setMessage(failedMessage(direction, error, tickets, t));
      }
      // It can have changed any record, and seldom happens.
      void queryClient.invalidateQueries();
    },
    [queryClient, t],
  );

  useEffect(
    () =>
      client.on('desk.commandRecorded', (command) => {
        const told = doneMessage(command, t);
        // Typing that goes on is told once.
        setMessage((before) => (before?.id === told.id && before.text === told.text ? before : told));
      }),
    [t],
  );

  return {
    message,
    turn: (direction: Direction, commandId: string | null) => {
      queue.current = queue.current.then(() => run(direction, commandId));
    },
    stop: () => {
      isStopped.current = true;
    },
    hide: () => setMessage(null),
  };
}
