import { describe, expect, it } from 'vitest';
import { type WorkFacts, workOrder } from './work-order.ts';

const now = 1_700_000_000_000;
const minute = 60_000;
const atHand: WorkFacts = {
  lane: 'now',
  nextEvent: null,
  codeValidUntil: null,
  priority: 'normal',
  changedAt: now,
};
const withEvent = (kind: NonNullable<WorkFacts['nextEvent']>['kind'], at: number): WorkFacts => ({
  ...atHand,
  lane: kind === 'codeOverdue' ? 'waiting' : 'now',
  nextEvent: { kind, at },
  codeValidUntil: kind === 'codeExpires' ? at : null,
});

/** The names in the order of work. */
function ordered(tickets: Readonly<Record<string, WorkFacts>>): readonly string[] {
  return Object.entries(tickets)
    .toSorted(([, left], [, right]) => workOrder(left, now) - workOrder(right, now))
    .map(([name]) => name);
}

describe('workOrder', () => {
  it('has what is due first, then what is at hand, then what waits, and what is closed last', () => {
    const tickets = {
      closed: { ...withEvent('codeExpires', now - 1), lane: 'closed' },
      waitsForNothingKnown: { ...atHand, lane: 'waiting' },
      waits: withEvent('codeOverdue', now + 5 * minute),
      atHand,
      due: withEvent('codeOverdue', now),
    } as const;
    expect(ordered(tickets)).toEqual(['due', 'atHand', 'waits', 'waitsForNothingKnown', 'closed']);
  });

  it('has the longest late and the longest untouched first', () => {
    expect(
      ordered({
        late: withEvent('codeOverdue', now - minute),
        later: withEvent('callBackOverdue', now - 9 * minute),
      }),
    ).toEqual(['later', 'late']);
    expect(ordered({ fresh: atHand, stale: { ...atHand, changedAt: now - 1 } })).toEqual(['stale', 'fresh']);
  });

  it('has the urgent before others that are as far, but not before what is due', () => {
    const urgent = { ...atHand, priority: 'urgent' } as const;
    const low = { ...atHand, priority: 'low', changedAt: now - 99 * minute } as const;
    const due = { ...withEvent('reminder', now), priority: 'low' } as const;
    expect(ordered({ low, atHand, urgent, due })).toEqual(['due', 'urgent', 'atHand', 'low']);
  });

  it.each(['lockEnds', 'coolDownEnds', 'reminder', 'callBackOverdue'] as const)(
    'lets a ticket wait until %s, whatever its priority',
    (kind) => {
      const waits = { ...withEvent(kind, now + 1), priority: 'urgent' } as const;
      expect(ordered({ waits, atHand })).toEqual(['atHand', 'waits']);
    },
  );

  it('takes a code that runs out within the hour for due', () => {
    const longValid = withEvent('codeExpires', now + 61 * minute);
    const soonOver = withEvent('codeExpires', now + 60 * minute);
    expect(ordered({ longValid, atHand, soonOver })).toEqual(['soonOver', 'longValid', 'atHand']);
  });

  it.each(['reminder', 'callBackOverdue', 'coolDownEnds', 'codeOverdue'] as const)(
    'takes a code that runs out within the hour for due, also where %s comes before',
    (kind) => {
      const ahead = withEvent(kind, now + 30 * minute);
      const soonOver = { ...ahead, codeValidUntil: now + 50 * minute };
      const longValid = { ...ahead, codeValidUntil: now + 61 * minute };
      expect(ordered({ longValid, atHand, soonOver })).toEqual(['soonOver', 'atHand', 'longValid']);
    },
  );

  it('lets a code wait until the lock ends, however soon it runs out', () => {
    const locked = { ...withEvent('lockEnds', now + minute), codeValidUntil: now + 50 * minute };
    expect(ordered({ locked, atHand })).toEqual(['atHand', 'locked']);
    expect(workOrder(locked, now + minute)).toBeLessThan(workOrder(atHand, now + minute));
  });

  it('is a whole number that an index and JavaScript hold alike', () => {
    expect(Number.isSafeInteger(workOrder({ ...atHand, lane: 'closed' }, now))).toBe(true);
  });
});
