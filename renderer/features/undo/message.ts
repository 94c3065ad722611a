import type { TFunction } from 'i18next';
import { CallError } from '../../../core/contract/errors.ts';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';
import { failureWords, refusalWords } from '../../lib/failure-words.ts';
import { commandWords } from './command-words.ts';

export type Direction = 'undo' | 'redo';

/** What the status line says of the last change. */
export type Message = {
  /** Of what it is about: a message that is told anew, because typing or a run goes on, keeps it. */
  readonly id: string;
  readonly tone: 'done' | 'running' | 'failed';
  readonly text: string;
  readonly detail: string | null;
  /** What its button does; null for nothing. */
  readonly next: { readonly direction: Direction; readonly commandId: string } | null;
};

type Words = TFunction<'undo'>;

export function doneMessage(command: DoneCommand, t: Words): Message {
  const next = { direction: 'undo', commandId: command.id } as const;
  const id = `done ${command.runId ?? command.id}`;
  return { id, tone: 'done', text: commandWords(command, t), detail: null, next };
}

/** @param tickets that were turned so far, of a run */
export function runningMessage(
  direction: Direction,
  command: DoneCommand,
  tickets: number,
  t: Words,
): Message {
  const text = t(`running.${direction}`, { count: tickets, total: command.runTicketCount });
  return { id: `run ${command.runId}`, tone: 'running', text, detail: null, next: null };
}

/** @param tickets that were turned; fewer than its run has when it was stopped */
export function turnedMessage(
  direction: Direction,
  command: DoneCommand,
  tickets: number,
  t: Words,
): Message {
  const isUndone = direction === 'undo';
  const what = commandWords({ ...command, runTicketCount: tickets }, t);
  return {
    id: `${direction} ${command.id}`,
    tone: 'done',
    text: t(isUndone ? 'undone' : 'redone', { what }),
    detail: isUndone && command.isBeyondRecall ? t('beyondRecall') : null,
    next: { direction: isUndone ? 'redo' : 'undo', commandId: command.id },
  };
}

/** @param tickets of the same run that were turned before it failed */
export function failedMessage(direction: Direction, error: unknown, tickets: number, t: Words): Message {
  const isNothing = error instanceof CallError && error.code === 'not_found';
  const reason = error instanceof CallError && !isNothing ? reasonWords(error, t) : null;
  const before = tickets === 0 ? null : t(`before.${direction}`, { count: tickets });
  return {
    id: `failed ${direction}`,
    tone: 'failed',
    text: t(isNothing ? `nothing.${direction}` : `failed.${direction}`),
    detail: [reason, before].filter((part) => part !== null).join(' ') || null,
    next: null,
  };
}

/** A refusal says itself why; any other failure is told as everywhere. */
function reasonWords(error: CallError, t: Words): string {
  if (error.code === 'refused' || error.code === 'conflict') return refusalWords(error.message, t);
  const { title, next } = failureWords(error, t);
  return `${title}. ${next}`;
}
