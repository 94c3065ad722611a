import { assertNever } from '../../../core/assert-never.ts';
import type { TicketRow } from '../../../core/contract/records.ts';
import type { Outcome } from '../../../core/ticket/schema.ts';

/** The state of a ticket in one word, and the time that it runs to (epoch ms), if it does. */
export type RowStatus = {
  readonly kind:
    | 'inProgress'
    | 'locked'
    | 'lockOver'
    | 'codeValid'
    | 'codeExpired'
    | 'waiting'
    | 'codeOverdue'
    | 'reminderSet'
    | 'reminderDue'
    | 'callBackAwaited'
    | 'callBackOverdue'
    | 'replyOverdue'
    | 'coolingDown'
    | 'coolDownOver'
    | Outcome;
  readonly until: number | null;
};

type Row = Pick<TicketRow, 'lane' | 'outcome' | 'nextEventAt' | 'nextEventKind'>;

/** What a row says at `now` (epoch ms). */
export function rowStatus(row: Row, now: number): RowStatus {
  if (row.outcome !== null) return { kind: row.outcome, until: null };
  if (row.nextEventAt !== null && row.nextEventKind !== null) {
    return timedStatus(row, row.nextEventKind, row.nextEventAt, now);
  }
  return { kind: untimed(row), until: null };
}

function untimed({ lane }: Row): 'waiting' | 'inProgress' {
  return lane === 'waiting' ? 'waiting' : 'inProgress';
}

function timedStatus(row: Row, kind: NonNullable<Row['nextEventKind']>, at: number, now: number): RowStatus {
  const isAhead = now < at;
  const until = isAhead ? at : null;
  switch (kind) {
    case 'lockEnds':
      return { kind: isAhead ? 'locked' : 'lockOver', until };
    case 'codeExpires':
      return { kind: isAhead ? 'codeValid' : 'codeExpired', until };
    case 'codeOverdue':
      // Our own patience is no countdown worth watching.
      return { kind: isAhead ? untimed(row) : 'codeOverdue', until: null };
    case 'replyOverdue':
      return { kind: isAhead ? untimed(row) : 'replyOverdue', until };
    case 'reminder':
      return { kind: isAhead ? 'reminderSet' : 'reminderDue', until };
    case 'callBackOverdue':
      return { kind: isAhead ? 'callBackAwaited' : 'callBackOverdue', until };
    case 'coolDownEnds':
      return { kind: isAhead ? 'coolingDown' : 'coolDownOver', until };
    default:
      return assertNever(kind);
  }
}
