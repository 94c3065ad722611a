import type { Limits } from '../playbook/schema.ts';
import type { Channel, TicketState } from './schema.ts';

type Request = NonNullable<TicketState['request']>;

/**
 * What clocks may differ: that of the mailbox, that of the desk, and the moment in which the agent says that the request is
 * sent, when its mail may be there already. Our own figure, as no source states one.
 */
export const arrivalToleranceMs = 5 * 60_000;

/** When a mail can have come. Epoch ms, by the desk's time. */
export interface ArrivalSpan {
  /** When it was asked for. */
  readonly submittedAt: number;
  readonly now: number;
}

export type ArrivalFault = 'beforeRequest' | 'inFuture';

/** Why the mail of a request can not have come then; null when it can. */
export function arrivalFault(arrivedAt: number, { submittedAt, now }: ArrivalSpan): ArrivalFault | null {
  if (arrivedAt > now + arrivalToleranceMs) return 'inFuture';
  return arrivedAt < submittedAt - arrivalToleranceMs ? 'beforeRequest' : null;
}

/**
 * How long what came can be used; null where no source states it.
 *
 * @param effect a code, or the vendor's reply: only a returned file has a validity
 */
export function arrivalValidityMs(
  effect: 'codeArrived' | 'replyArrived',
  channel: Channel,
  { codeValidityMs, fileValidityMs }: Limits,
): number | null {
  if (effect === 'codeArrived') return codeValidityMs;
  return channel === 'file' ? fileValidityMs : null;
}

/** The request with another time of its mail: what it can be used for is as long as before, from then. */
export function withArrival(request: Request, codeArrivedAt: number): Request {
  const { codeArrivedAt: before, codeValidUntil } = request;
  if (before === null || codeValidUntil === null) return { ...request, codeArrivedAt };
  return { ...request, codeArrivedAt, codeValidUntil: codeValidUntil + codeArrivedAt - before };
}

/** So long after the request "now" is no longer likely, so the agent is asked when the mail came. Our own figure. */
export const askArrivalAfterMs = 60 * 60_000;
