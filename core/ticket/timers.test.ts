import { describe, expect, it } from 'vitest';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { TicketFact, TicketState } from './schema.ts';
import { codeGraceMs, nextEvent, timersOf } from './timers.ts';

const fingerprint = 'a'.repeat(64);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 9, 24, 12);

type Dated = readonly [event: TicketFact, at: number];

function stateAfter(...events: readonly Dated[]): TicketState {
  const opened = decide(null, { type: 'open' }, playbook, start);
  if (!opened.ok) throw new Error(opened.refusal.message);
  return events.reduce((state, [event, at]) => evolve(state, event, at, playbook), opened.state);
}

const asked: Dated = [{ type: 'requestSubmitted', channel: 'dmss', fingerprint, mailAddress: null }, start];
const arrived: Dated = [{ type: 'codeArrived', fingerprint }, start + minute];
const locked: Dated = [{ type: 'deviceLocked' }, start + 2 * minute];
const remindedAt = (at: number): Dated => [{ type: 'reminderSet', at }, start + minute];

describe('timersOf', () => {
  it('asks to look for the mail some minutes after the request, until the code has arrived', () => {
    expect(timersOf(stateAfter(asked), playbook)).toEqual([{ kind: 'codeOverdue', at: start + codeGraceMs }]);
    expect(timersOf(stateAfter(asked, arrived), playbook)).toEqual([
      { kind: 'codeExpiresInHour', at: start + minute + day - hour },
      { kind: 'codeExpiresInQuarter', at: start + minute + day - 15 * minute },
      { kind: 'codeExpires', at: start + minute + day },
    ]);
  });

  it('counts from when the mail came, and for trails of before that was asked for from when it was told', () => {
    const late = start + 20 * hour;
    const expiry = (event: TicketFact) =>
      timersOf(stateAfter(asked, [event, late]), playbook).find(({ kind }) => kind === 'codeExpires')?.at;
    expect(expiry({ type: 'codeArrived', fingerprint, arrivedAt: start + hour })).toBe(start + hour + day);
    expect(expiry({ type: 'codeArrived', fingerprint })).toBe(late + day);
    expect(expiry({ type: 'replyArrived', arrivedAt: start + hour })).toBeUndefined();
  });

  it('has the reminder in place of what comes before it, and not of what comes after', () => {
    const later = start + 15 * minute;
    expect(timersOf(stateAfter(asked, remindedAt(later)), playbook)).toEqual([
      { kind: 'reminder', at: later },
    ]);
    const sooner = start + 5 * minute;
    expect(timersOf(stateAfter(asked, remindedAt(sooner)), playbook)).toEqual([
      { kind: 'codeOverdue', at: start + codeGraceMs },
      { kind: 'reminder', at: sooner },
    ]);
  });

  it('has no reminder once the code has arrived, the page was refreshed or the agent took it back', () => {
    const reminder = remindedAt(start + hour);
    for (const event of [
      arrived[0],
      { type: 'qrRefreshed' } as const,
      { type: 'reminderCleared' } as const,
      { type: 'ticketClosed', outcome: 'abandoned', mergedIntoTicketId: null } as const,
    ]) {
      const kinds = timersOf(stateAfter(asked, reminder, [event, start + 2 * minute]), playbook).map(
        ({ kind }) => kind,
      );
      expect(kinds).not.toContain('reminder');
    }
  });

  it('knows the vendor’s time for a reply only where a source states it', () => {
    const state = stateAfter([
      { type: 'requestSubmitted', channel: 'vendor', fingerprint: null, mailAddress: null },
      start,
    ]);
    expect(timersOf(state, playbook)).toEqual([]);
    const stated = { ...playbook, limits: { ...playbook.limits, vendorReplyMs: 2 * day } };
    expect(timersOf(state, stated)).toEqual([{ kind: 'replyOverdue', at: start + 2 * day }]);
  });

  it('has the end of a cool-down that the playbook states', () => {
    const coolDown = { afterUnusedCodes: 2, lastsMs: day };
    const cautious = { ...playbook, limits: { ...playbook.limits, coolDown } };
    const again: Dated = [asked[0], start + hour];
    expect(timersOf(stateAfter(asked), cautious).map(({ kind }) => kind)).not.toContain('coolDownEnds');
    expect(timersOf(stateAfter(asked, again), cautious)).toContainEqual({
      kind: 'coolDownEnds',
      at: start + hour + day,
    });
  });

  it('has the end of a lock for the code at hand, and no more once another one was asked for', () => {
    const lockEndsAt = start + 7 * minute;
    const askedAt = (at: number): Dated => [asked[0], at];
    const arrivedAt = (at: number): Dated => [arrived[0], at];
    const locks = (...events: readonly Dated[]) =>
      timersOf(stateAfter(asked, arrived, locked, ...events), playbook).filter(
        ({ kind }) => kind === 'lockEnds',
      );
    const lock = [{ kind: 'lockEnds', at: lockEndsAt }];
    expect(locks()).toEqual(lock);
    expect(locks(askedAt(lockEndsAt))).toEqual([]);
    expect(locks(askedAt(lockEndsAt), arrivedAt(lockEndsAt + minute))).toEqual([]);
    expect(locks(askedAt(lockEndsAt - 2 * minute))).toEqual([]);
    expect(locks(askedAt(lockEndsAt - 2 * minute), arrivedAt(lockEndsAt - minute))).toEqual(lock);
    expect(locks(askedAt(lockEndsAt - 2 * minute), arrivedAt(lockEndsAt + minute))).toEqual([]);
    expect(
      locks(askedAt(lockEndsAt + minute), arrivedAt(lockEndsAt + 2 * minute), [locked[0], lockEndsAt + hour]),
    ).toEqual([{ kind: 'lockEnds', at: lockEndsAt + hour + 5 * minute }]);
  });

  it('has the end of a lock while only a reply that was asked for before is awaited', () => {
    const file: Dated = [
      { type: 'requestSubmitted', channel: 'file', fingerprint: null, mailAddress: null },
      start,
    ];
    expect(timersOf(stateAfter(file, locked), playbook)).toContainEqual({
      kind: 'lockEnds',
      at: start + 7 * minute,
    });
  });

  it('has none for a closed ticket', () => {
    const closed: TicketFact = { type: 'ticketClosed', outcome: 'abandoned', mergedIntoTicketId: null };
    expect(timersOf(stateAfter(asked, arrived, locked, [closed, start + hour]), playbook)).toEqual([]);
  });
});

describe('nextEvent', () => {
  it('is the first to come while nothing is due', () => {
    expect(nextEvent(stateAfter(asked, arrived, locked), playbook, start + 3 * minute)).toEqual({
      kind: 'lockEnds',
      at: start + 7 * minute,
    });
  });

  it('is what became due last, and stays so until it is acted on', () => {
    const state = stateAfter(asked, arrived, locked);
    expect(nextEvent(state, playbook, start + 7 * minute)?.kind).toBe('lockEnds');
    expect(nextEvent(state, playbook, start + day)?.kind).toBe('lockEnds');
    expect(nextEvent(state, playbook, start + minute + day)?.kind).toBe('codeExpires');
    expect(nextEvent(stateAfter(asked), playbook, start + day)?.kind).toBe('codeOverdue');
  });

  it('is what the new code brings once a lock before it has ended', () => {
    const again: Dated = [asked[0], start + 12 * minute];
    const lateArrival: Dated = [arrived[0], start + 19 * minute];
    const waits = stateAfter(asked, arrived, locked, again);
    expect(nextEvent(waits, playbook, start + 13 * minute)?.kind).toBe('codeOverdue');
    const state = stateAfter(asked, arrived, locked, again, lateArrival);
    expect(nextEvent(state, playbook, start + 20 * minute)).toEqual({
      kind: 'codeExpires',
      at: start + 19 * minute + day,
    });
  });

  it('is nothing when nothing will happen by itself', () => {
    expect(nextEvent(stateAfter(), playbook, start)).toBeNull();
  });
});

describe('a corrected clock', () => {
  it('moves every time of the ticket, so that each has as much left as before', () => {
    const coolDown = { afterUnusedCodes: 1, lastsMs: day };
    const cautious = { ...playbook, limits: { ...playbook.limits, coolDown } };
    const before = stateAfter(asked, arrived, locked, remindedAt(start + 2 * hour));
    const after = evolve(before, { type: 'clockCorrected', shiftMs: -hour }, start + hour, cautious);
    expect(timersOf(after, cautious)).toEqual(
      timersOf(before, cautious).map(({ kind, at }) => ({ kind, at: at - hour })),
    );
    expect(after.request).toMatchObject({ submittedAt: start - hour, codeArrivedAt: start + minute - hour });
  });

  it('is an event of its own, and only of tickets that have times', () => {
    const corrected = decide(stateAfter(asked), { type: 'correctClock', shiftMs: 5 }, playbook, start);
    expect(corrected).toMatchObject({ ok: true, events: [{ type: 'clockCorrected', shiftMs: 5 }] });
    expect(decide(stateAfter(), { type: 'correctClock', shiftMs: 5 }, playbook, start)).toMatchObject({
      ok: true,
      events: [],
    });
  });
});

describe('a reminder', () => {
  it('can be set for a time to come only, and is not set twice', () => {
    const state = stateAfter(asked);
    const set = (at: number) => decide(state, { type: 'setReminder', at }, playbook, start);
    expect(set(start + minute)).toMatchObject({ ok: true, state: { reminderAt: start + minute } });
    expect(set(start)).toMatchObject({ ok: false });
    expect(decide(state, { type: 'clearReminder' }, playbook, start)).toMatchObject({ ok: true, events: [] });
  });
});
