import { assertNever } from '../../../core/assert-never.ts';
import type { TicketRow } from '../../../core/contract/records.ts';
import type { Outcome } from '../../../core/ticket/schema.ts';

/** The state of a ticket in one word, and the time that it runs to (epoch ms), if it does. */
export type RowStatus = {
  readonly kind: 'inProgress' | 'locked' | 'lockOver' | 'codeValid' | 'codeExpired' | 'waiting' | Outcome;
  readonly until: number | null;
};

type Row = Pick<TicketRow, 'lane' | 'outcome' | 'nextEventAt' | 'nextEventKind'>;

/** What a row says at `now` (epoch ms). */
export function rowStatus(row: Row, now: number): RowStatus {
  if (row.outcome !== null) return { kind: row.outcome, until: null };
  if (row.nextEventAt !== null && row.nextEventKind !== null) {
    return timedStatus(row.nextEventKind, row.nextEventAt, now);
  }
  return { kind: row.lane === 'waiting' ? 'waiting' : 'inProgress', until: null };
}

function timedStatus(kind: 'lockEnds' | 'codeExpires', at: number, now: number): RowStatus {
  const isAhead = now < at;
  const until = isAhead ? at : null;
  switch (kind) {
    case 'lockEnds':
      return { kind: isAhead ? 'locked' : 'lockOver', until };
    case 'codeExpires':
      return { kind: isAhead ? 'codeValid' : 'codeExpired', until };
    default:
      return assertNever(kind);
  }
}
