import { describe, expect, it } from 'vitest';
import { nextEventKindSchema } from '../ticket/timers.ts';
import { type ActKind, nextAct } from './next-act.ts';

const now = 1_700_000_000_000;
const changed = now - 5000;
const open = {
  lane: 'now',
  outcome: null,
  nextEventAt: null,
  nextEventKind: null,
  updatedAt: changed,
} as const;

describe('nextAct', () => {
  it('is the work of the step, at hand since the ticket was touched last', () => {
    expect(nextAct(open, 'submit', now)).toEqual({ kind: 'submit', time: { kind: 'since', at: changed } });
    expect(nextAct(open, null, now).kind).toBe('chooseRoute');
  });

  it('knows no time for what nobody has promised', () => {
    expect(nextAct({ ...open, lane: 'waiting' }, 'wait', now)).toEqual({ kind: 'wait', time: null });
  });

  const acts: readonly (readonly [(typeof nextEventKindSchema.options)[number], ActKind, ActKind, string])[] =
    [
      ['codeOverdue', 'mailExpected', 'lookForMail', 'late'],
      ['replyOverdue', 'replyExpected', 'askForReply', 'late'],
      ['reminder', 'comeBackAt', 'comeBack', 'late'],
      ['callBackOverdue', 'callBack', 'callCustomer', 'late'],
      ['lockEnds', 'locked', 'tryAgain', 'since'],
      ['coolDownEnds', 'refuses', 'askAgain', 'since'],
    ];
  it.each(acts)('of %s is %s until its time, and %s from then on', (kind, ahead, due, told) => {
    const at = now + 1000;
    const row = { ...open, nextEventAt: at, nextEventKind: kind };
    expect(nextAct(row, 'wait', at - 1)).toEqual({ kind: ahead, time: { kind: 'at', at } });
    expect(nextAct(row, 'wait', at)).toEqual({ kind: due, time: { kind: told, at } });
  });

  it('has as long as the code is valid, and then needs another code', () => {
    const row = { ...open, nextEventAt: now + 1, nextEventKind: 'codeExpires' } as const;
    expect(nextAct(row, 'code', now)).toEqual({ kind: 'code', time: { kind: 'left', at: now + 1 } });
    expect(nextAct(row, 'code', now + 1)).toEqual({
      kind: 'replaceCode',
      time: { kind: 'since', at: now + 1 },
    });
  });

  it('is told for every time that a ticket can have', () => {
    const told = [...acts.map(([kind]) => kind), 'codeExpires'];
    expect(told.toSorted()).toEqual(nextEventKindSchema.options.toSorted());
  });

  it('of a closed ticket is how and when it ended, whatever was still running', () => {
    const closed = {
      ...open,
      lane: 'closed',
      outcome: 'referred',
      nextEventAt: now + 9,
      nextEventKind: 'codeExpires',
    } as const;
    expect(nextAct(closed, 'code', now)).toEqual({ kind: 'referred', time: { kind: 'ended', at: changed } });
  });
});
