import { readArrivalTime } from '../../../../core/mail/arrival-time.ts';
import type { Answer, Limits } from '../../../../core/playbook/schema.ts';
import { arrivalEffects } from '../../../../core/ticket/answer-step.ts';
import {
  type ArrivalFault,
  arrivalValidityMs,
  askArrivalAfterMs,
  withArrival,
} from '../../../../core/ticket/arrival.ts';
import type { TicketState } from '../../../../core/ticket/schema.ts';

type Request = NonNullable<TicketState['request']>;

/** The request whose mail an answer says is there; null for any other answer, also one that asks at the same time. */
export function requestThatCame({ records }: Answer, { request }: TicketState): Request | null {
  if (request === null || request.codeArrivedAt !== null) return null;
  return records[0] !== undefined && arrivalEffects.includes(records[0]) ? request : null;
}

/** The request whose mail came later than was recorded, by an answer that says so; else null. */
export function requestToCorrect({ records }: Answer, { request }: TicketState): Request | null {
  return records.includes('arrivalCorrected') ? request : null;
}

/** Whether "just now" goes without saying: the request is fresh. */
export function isJustNowLikely({ submittedAt }: Request, now: number): boolean {
  return now - submittedAt <= askArrivalAfterMs;
}

/**
 * What the typed time comes to. `arrivedAt` is null for just now; `validUntil` where no source states a validity. Epoch ms.
 * `untold`: a correction without its time.
 */
export type ArrivalMeaning =
  | { readonly kind: 'came'; readonly arrivedAt: number | null; readonly validUntil: number | null }
  | { readonly kind: 'untold' | 'unreadable' | 'ambiguous' | 'stillTooOld' | ArrivalFault };

/** Reads what the agent typed; nothing means just now. */
export function meaningOf(
  typed: string,
  { records }: Answer,
  { submittedAt, channel }: Request,
  limits: Limits,
  now: number,
): ArrivalMeaning {
  const effect = records.includes('codeArrived') ? 'codeArrived' : 'replyArrived';
  const validityMs = arrivalValidityMs(effect, channel, limits);
  const cameAt = (arrivedAt: number | null): ArrivalMeaning => ({
    kind: 'came',
    arrivedAt,
    validUntil: validityMs === null ? null : (arrivedAt ?? now) + validityMs,
  });
  if (typed.trim() === '') return cameAt(null);
  const reading = readArrivalTime(typed, { submittedAt, now });
  return reading.kind === 'time' ? cameAt(reading.at) : { kind: reading.kind };
}

/** Reads the time that a mail is said to be of instead; it has to make what came valid. */
export function correctionOf(typed: string, request: Request, now: number): ArrivalMeaning {
  if (typed.trim() === '') return { kind: 'untold' };
  const reading = readArrivalTime(typed, { submittedAt: request.submittedAt, now });
  if (reading.kind !== 'time') return { kind: reading.kind };
  const { codeValidUntil } = withArrival(request, reading.at);
  if (codeValidUntil !== null && codeValidUntil <= now) return { kind: 'stillTooOld' };
  return { kind: 'came', arrivedAt: reading.at, validUntil: codeValidUntil };
}
