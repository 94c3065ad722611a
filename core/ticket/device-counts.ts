import type * as z from 'zod';
import type { Limits } from '../playbook/schema.ts';
import { type Channel, type TicketFact, type TicketState, ticketStateSchema } from './schema.ts';

/**
 * What a device counts, whoever asks it. A ticket's state has its own share of it; the limits hold for the device, so the
 * rules go by the sum over its tickets (`device-use.ts`).
 */
export const deviceCountsSchema = ticketStateSchema.pick({
  codeRequests: true,
  codesRequestedByFingerprint: true,
  wrongCodesInARow: true,
  lockedUntil: true,
});
export type DeviceCounts = z.infer<typeof deviceCountsSchema>;

export const nothingCounted: DeviceCounts = {
  codeRequests: [],
  codesRequestedByFingerprint: {},
  wrongCodesInARow: 0,
  lockedUntil: null,
};

/** What a device counts. */
export type CountedFact = Extract<
  TicketFact,
  { type: 'requestSubmitted' | 'codeAccepted' | 'codeRejected' | 'deviceLocked' }
>;

export function isCountedFact(fact: TicketFact): fact is CountedFact {
  switch (fact.type) {
    case 'requestSubmitted':
      return isForCode(fact.channel);
    case 'codeAccepted':
    case 'codeRejected':
    case 'deviceLocked':
      return true;
    default:
      return false;
  }
}

/** Folds one more fact into the counts. */
export function countFact(
  counts: DeviceCounts,
  fact: CountedFact,
  at: number,
  limits: Pick<Limits, 'wrongCodesBeforeLock' | 'lockMs'>,
): DeviceCounts {
  switch (fact.type) {
    case 'requestSubmitted':
      return countRequest(counts, fact, at);
    case 'codeAccepted':
      // The device took a code: the tries before it, and that codes were left unused, no longer matter.
      return {
        ...counts,
        wrongCodesInARow: 0,
        lockedUntil: null,
        codeRequests: counts.codeRequests.map((request) => ({ ...request, isUsed: true })),
      };
    case 'codeRejected':
      return countWrongCode(counts, at, limits);
    case 'deviceLocked':
      return lock(counts, at, limits);
  }
}

/** Files and support tickets are answered by people, and no device counts them. */
export function isForCode(channel: Channel): boolean {
  return channel !== 'file' && channel !== 'vendor';
}

/** The ticket with the counts of its device, as the rules look at it; never stored. */
export function withDeviceCounts(state: TicketState, counts: DeviceCounts | null): TicketState {
  if (counts === null) return state;
  const { codeRequests, codesRequestedByFingerprint, wrongCodesInARow, lockedUntil } = counts;
  return { ...state, codeRequests, codesRequestedByFingerprint, wrongCodesInARow, lockedUntil };
}

function countRequest(
  counts: DeviceCounts,
  { fingerprint }: Extract<CountedFact, { type: 'requestSubmitted' }>,
  at: number,
): DeviceCounts {
  const { codesRequestedByFingerprint: forQr, codeRequests } = counts;
  return {
    ...counts,
    codesRequestedByFingerprint:
      fingerprint === null ? forQr : { ...forQr, [fingerprint]: (forQr[fingerprint] ?? 0) + 1 },
    codeRequests: [...codeRequests, { at, isUsed: false }],
  };
}

/** A lock that is over was over before this try. */
function countWrongCode(
  counts: DeviceCounts,
  at: number,
  limits: Pick<Limits, 'wrongCodesBeforeLock' | 'lockMs'>,
): DeviceCounts {
  const wrongCodesInARow = counts.wrongCodesInARow + 1;
  const { wrongCodesBeforeLock } = limits;
  if (wrongCodesBeforeLock !== null && wrongCodesInARow >= wrongCodesBeforeLock)
    return lock(counts, at, limits);
  const isLocked = counts.lockedUntil !== null && at < counts.lockedUntil;
  return { ...counts, wrongCodesInARow, lockedUntil: isLocked ? counts.lockedUntil : null };
}

/** For how long is known only where a source states it. */
function lock(counts: DeviceCounts, at: number, { lockMs }: Pick<Limits, 'lockMs'>): DeviceCounts {
  return { ...counts, wrongCodesInARow: 0, lockedUntil: lockMs === null ? null : at + lockMs };
}
