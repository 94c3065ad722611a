import { describe, expect, it } from 'vitest';
import { chainStart, linkHash } from './audit-chain.ts';
import { takeApart } from './kept-text.ts';
import type { TicketEvent } from './schema.ts';
import { findBrokenEvent, type TrailRow } from './trail-check.ts';

function trailOf(...events: readonly TicketEvent[]): TrailRow[] {
  let hash = chainStart;
  return events.map((event, index) => {
    const stored = takeApart(event, 'aa');
    const link = { sequence: index + 1, at: 1, actor: 'Ada', eventJson: stored.eventJson };
    hash = linkHash(hash, { ...link, trailId: 't' });
    return { ...link, hash, textJson: stored.textJson };
  });
}

const note: TicketEvent = { type: 'noteAdded', text: 'Ask for Ms Overbeeke.' };
const reopened: TicketEvent = { type: 'ticketReopened' };
const without = (rows: readonly TrailRow[], sequence: number, textJson: string | null) =>
  rows.map((row) => (row.sequence === sequence ? { ...row, textJson } : row));

describe('findBrokenEvent', () => {
  it('finds nothing in what was recorded', () => {
    expect(findBrokenEvent('t', trailOf(reopened, note, reopened))).toBeNull();
  });

  it('finds a text that is gone without an erasure', () => {
    expect(findBrokenEvent('t', without(trailOf(reopened, note, reopened), 2, null))).toBe(2);
  });

  it('passes a text that a later event says was erased', () => {
    const erased: TicketEvent = { type: 'personalDataErased', sequences: [2] };
    const rows = trailOf(reopened, note, erased);
    expect(findBrokenEvent('t', without(rows, 2, null))).toBeNull();
  });

  it('passes a text whose event is taken back, and no other, and not once it was put back', () => {
    const range = { fromSequence: 2, toSequence: 2, isQrForgotten: false };
    const undone: TicketEvent = { type: 'commandUndone', ...range };
    const redone: TicketEvent = { type: 'commandRedone', ...range };
    expect(findBrokenEvent('t', without(trailOf(reopened, note, undone), 2, null))).toBeNull();
    expect(findBrokenEvent('t', without(trailOf(reopened, reopened, note, undone), 3, null))).toBe(3);
    expect(findBrokenEvent('t', without(trailOf(reopened, note, undone, redone), 2, null))).toBe(2);
  });

  it('finds other words and a changed event', () => {
    const rows = trailOf(reopened, note);
    const other = takeApart({ type: 'noteAdded', text: 'Other' }, 'aa').textJson;
    expect(findBrokenEvent('t', without(rows, 2, other))).toBe(2);
    expect(
      findBrokenEvent(
        't',
        rows.map((row) => ({ ...row, actor: 'Bo' })),
      ),
    ).toBe(1);
  });
});
