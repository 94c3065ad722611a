import { assertNever } from '../assert-never.ts';
import type { TicketRow } from '../contract/records.ts';
import type { Phase } from '../playbook/schema.ts';
import type { Outcome } from '../ticket/schema.ts';

/** What time has brought: late by some time, or possible again for some time. */
type DueAct =
  | 'lookForMail'
  | 'askForReply'
  | 'comeBack'
  | 'callCustomer'
  | 'tryAgain'
  | 'askAgain'
  | 'replaceCode';
/** What is waited for until a time. */
type AwaitedAct = 'mailExpected' | 'replyExpected' | 'comeBackAt' | 'callBack' | 'locked' | 'refuses';

/** What is to be done with a ticket: an act that time brings, the work of its phase, or how it ended. */
export type ActKind = DueAct | AwaitedAct | Phase | 'chooseRoute' | Outcome;

/** `late`: should have been done then; `since`: can be done since then; `left`: can be done until then; `at`: not before; `ended`: was done then. */
export interface ActTime {
  readonly kind: 'late' | 'since' | 'left' | 'at' | 'ended';
  /** Epoch ms. */
  readonly at: number;
}

export interface NextAct {
  readonly kind: ActKind;
  /** Null where no time is known, as for a reply that nobody has promised. */
  readonly time: ActTime | null;
}

type Row = Pick<TicketRow, 'lane' | 'outcome' | 'nextEventAt' | 'nextEventKind' | 'updatedAt'>;

/**
 * What is to be done next with a ticket, and when. A row of a list tells all that it takes.
 *
 * @param phase of the ticket's step; null at the chooser
 * @param now epoch ms
 */
export function nextAct(row: Row, phase: Phase | null, now: number): NextAct {
  if (row.outcome !== null) return { kind: row.outcome, time: { kind: 'ended', at: row.updatedAt } };
  const { nextEventAt: at, nextEventKind: kind } = row;
  if (at === null || kind === null) return workOf(row, phase);
  const isDue = at <= now;
  switch (kind) {
    case 'codeOverdue':
      return isDue ? late('lookForMail', at) : awaited('mailExpected', at);
    case 'replyOverdue':
      return isDue ? late('askForReply', at) : awaited('replyExpected', at);
    case 'reminder':
      return isDue ? late('comeBack', at) : awaited('comeBackAt', at);
    case 'callBackOverdue':
      return isDue ? late('callCustomer', at) : awaited('callBack', at);
    case 'lockEnds':
      return isDue ? possible('tryAgain', at) : awaited('locked', at);
    case 'coolDownEnds':
      return isDue ? possible('askAgain', at) : awaited('refuses', at);
    case 'codeExpires':
      return isDue ? possible('replaceCode', at) : { ...workOf(row, phase), time: { kind: 'left', at } };
    default:
      return assertNever(kind);
  }
}

/** The work of the step itself, at hand since the ticket was last touched; who waits without a time has none. */
function workOf({ lane, updatedAt }: Row, phase: Phase | null): NextAct {
  const kind = phase ?? 'chooseRoute';
  return { kind, time: lane === 'waiting' ? null : { kind: 'since', at: updatedAt } };
}

function late(kind: DueAct, at: number): NextAct {
  return { kind, time: { kind: 'late', at } };
}

function possible(kind: DueAct, at: number): NextAct {
  return { kind, time: { kind: 'since', at } };
}

function awaited(kind: AwaitedAct, at: number): NextAct {
  return { kind, time: { kind: 'at', at } };
}
