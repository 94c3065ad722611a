import * as z from 'zod';
import { coolDownUntil } from '../playbook/engine.ts';
import type { Playbook } from '../playbook/schema.ts';
import { epochMsSchema } from '../values.ts';
import { isForCode } from './device-counts.ts';
import type { TicketState } from './schema.ts';

/**
 * What time brings by itself. `codeOverdue`: the code was asked for and one would look for it by now. `replyOverdue`: the
 * vendor's own time for a reply is over. `callBackOverdue`: who was to call back has not. The two `codeExpiresIn` only warn of `codeExpires`.
 */
export const timerKindSchema = z.enum([
  'codeOverdue',
  'replyOverdue',
  'reminder',
  'callBackOverdue',
  'lockEnds',
  'coolDownEnds',
  'codeExpiresInHour',
  'codeExpiresInQuarter',
  'codeExpires',
]);
export type TimerKind = z.infer<typeof timerKindSchema>;

export const timerSchema = z.strictObject({ kind: timerKindSchema, at: epochMsSchema });
export type Timer = z.infer<typeof timerSchema>;

/** What a ticket waits for, as lists show it; the warnings are told, but the expiry is what is waited for. */
export const nextEventKindSchema = timerKindSchema.exclude(['codeExpiresInHour', 'codeExpiresInQuarter']);
export interface NextEvent {
  readonly kind: z.infer<typeof nextEventKindSchema>;
  /** Epoch ms. */
  readonly at: number;
}

const minuteMs = 60_000;

/** When we ask the agent to look for the mail. Our own: no source states how long the vendor's mail takes. */
export const codeGraceMs = 10 * minuteMs;

/**
 * All times a ticket has, worked out from what is stored, so that nothing can be lost by a restart. A reminder that is
 * still to come stands for the times before it: the agent said "later".
 */
export function timersOf(state: TicketState, playbook: Playbook): readonly Timer[] {
  if (state.status === 'closed') return [];
  const { reminderAt } = state;
  const waits = waitTimers(state, playbook).filter(({ at }) => reminderAt === null || at > reminderAt);
  return [
    ...waits,
    ...timer(state.isCallBackAwaited ? 'callBackOverdue' : 'reminder', reminderAt),
    ...lockTimers(state, playbook),
    ...timer('coolDownEnds', coolDownUntil(playbook, state)),
    ...expiryTimers(state.request?.codeValidUntil ?? null),
  ];
}

/** The latest of what is due, else the first of what is to come; null when nothing will happen by itself. */
export function nextEvent(state: TicketState, playbook: Playbook, now: number): NextEvent | null {
  const events = timersOf(state, playbook)
    .flatMap(({ kind, at }) => {
      const known = nextEventKindSchema.safeParse(kind);
      return known.success ? [{ kind: known.data, at }] : [];
    })
    .toSorted((left, right) => left.at - right.at);
  const due = events.findLast(({ at }) => at <= now);
  return due ?? events[0] ?? null;
}

function waitTimers({ request }: TicketState, { limits }: Playbook): readonly Timer[] {
  if (request === null || request.codeArrivedAt !== null) return [];
  if (!isForCode(request.channel))
    return timer(
      'replyOverdue',
      limits.vendorReplyMs === null ? null : request.submittedAt + limits.vendorReplyMs,
    );
  return timer('codeOverdue', request.submittedAt + codeGraceMs);
}

/**
 * The end of a lock lets the code at hand be tried again. Whoever has asked for another code since the device locked has gone on:
 * then it counts only for a code that has come before it.
 */
function lockTimers({ lockedUntil, request }: TicketState, { limits }: Playbook): readonly Timer[] {
  if (lockedUntil === null) return [];
  const hasAskedSince = request !== null && request.submittedAt >= lockedUntil - (limits.lockMs ?? 0);
  if (!hasAskedSince) return timer('lockEnds', lockedUntil);
  const { codeArrivedAt, submittedAt } = request;
  const isOverForCode = codeArrivedAt === null || Math.max(submittedAt, codeArrivedAt) >= lockedUntil;
  return isOverForCode ? [] : timer('lockEnds', lockedUntil);
}

function expiryTimers(validUntil: number | null): readonly Timer[] {
  if (validUntil === null) return [];
  return [
    ...timer('codeExpiresInHour', validUntil - 60 * minuteMs),
    ...timer('codeExpiresInQuarter', validUntil - 15 * minuteMs),
    ...timer('codeExpires', validUntil),
  ];
}

function timer(kind: TimerKind, at: number | null): readonly Timer[] {
  return at === null ? [] : [{ kind, at }];
}
