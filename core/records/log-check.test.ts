import { describe, expect, it } from 'vitest';
import { chainStart, linkHash } from '../ticket/audit-chain.ts';
import { findBrokenEntry, type LogRow } from './log-check.ts';
import { digestOf, type RecordEntry, trailIdOf } from './record-entry.ts';

type Step = Pick<RecordEntry, 'action' | 'cause'> & Partial<Pick<RecordEntry, 'range'>>;

function logOf(...steps: readonly Step[]): LogRow[] {
  let hash = chainStart;
  return steps.map((step, index) => {
    const detailsJson = JSON.stringify({ salt: 'aa', before: null, after: { name: `Anna ${index}` } });
    const eventJson = JSON.stringify({ range: null, ...step, digest: digestOf(detailsJson) });
    const link = { sequence: index + 1, at: 1, actor: 'Ada', eventJson };
    hash = linkHash(hash, { ...link, trailId: trailIdOf('customer', 'c') });
    return { ...link, hash, detailsJson };
  });
}

const created: Step = { action: 'created', cause: 'command' };
const changed: Step = { action: 'changed', cause: 'command' };
const without = (rows: readonly LogRow[], ...sequences: readonly number[]) =>
  rows.map((row) => (sequences.includes(row.sequence) ? { ...row, detailsJson: null } : row));

const check = (rows: readonly LogRow[]) => findBrokenEntry('customer', 'c', rows);

describe('findBrokenEntry', () => {
  it('finds nothing in what was recorded', () => {
    expect(check(logOf(created, changed))).toBeNull();
  });

  it('finds details that are gone although nothing was erased', () => {
    expect(check(without(logOf(created, changed), 1))).toBe(1);
  });

  it('passes details that were erased, and finds those of later entries', () => {
    const rows = logOf(created, { action: 'changed', cause: 'erasure' }, changed);
    expect(check(without(rows, 1, 2))).toBeNull();
    expect(check(without(rows, 1, 2, 3))).toBe(3);
  });

  it('passes the details of an entry that is taken back, and no others, and not once it was put back', () => {
    const range = { fromSequence: 2, toSequence: 2 };
    const undone: Step = { action: 'changed', cause: 'undo', range };
    const redone: Step = { action: 'changed', cause: 'redo', range };
    const rows = logOf(created, changed, undone);
    expect(check(without(rows, 2))).toBeNull();
    expect(check(without(rows, 1, 2))).toBe(1);
    expect(check(without(rows, 2, 3))).toBe(3);
    expect(check(without(logOf(created, changed, undone, redone), 2))).toBe(2);
  });

  it('passes the details of a record that was removed', () => {
    expect(check(without(logOf(created, { action: 'removed', cause: 'undo' }), 1, 2))).toBeNull();
  });

  it('finds changed details and a changed entry', () => {
    const rows = logOf(created, changed);
    expect(check(rows.map((row) => ({ ...row, detailsJson: '{}' })))).toBe(1);
    expect(check(rows.map((row) => ({ ...row, at: 2 })))).toBe(1);
  });
});
