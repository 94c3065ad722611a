import { describe, expect, it } from 'vitest';
import {
  differenceOf,
  emptySketch,
  isSameSketch,
  rootText,
  SKETCH_BYTES,
  sketchFromBytes,
  sketchToBytes,
  withChanges,
} from './trail-sketch.ts';
import { nameForgeries, type TrailTail } from './trail-tail.ts';

const idOf = (index: number) => `0190a0a0-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
const tail = (index: number, sequence = 3, hash = index): TrailTail => ({
  kind: 'ticket',
  id: idOf(index),
  number: index + 1,
  sequence,
  hash: hash.toString(16).padStart(32, '0'),
});
const sketchOf = (tails: readonly TrailTail[]) =>
  withChanges(
    emptySketch(),
    tails.map((one) => ({ tail: one, by: 1 })),
  );
const many = Array.from({ length: 2000 }, (_, index) => tail(index));

describe('a sketch of trails', () => {
  it('is the same in whichever order the trails came to be what they are', () => {
    const late = withChanges(sketchOf([tail(1), tail(0, 2, 99)]), [
      { tail: tail(0, 2, 99), by: -1 },
      { tail: tail(0), by: 1 },
    ]);
    const early = sketchOf([tail(0), tail(1)]);
    expect(isSameSketch(late, early)).toBe(true);
    expect(rootText(late)).toBe(rootText(early));
    expect(late).toMatchObject({ trails: 2, entries: 6 });
  });

  it('differs by a number, a sequence and a hash', () => {
    const whole = sketchOf([tail(0)]);
    for (const other of [{ ...tail(0), number: 2 }, tail(0, 4), tail(0, 3, 5)])
      expect(isSameSketch(whole, sketchOf([other]))).toBe(false);
  });

  it('comes back from its bytes', () => {
    const bytes = sketchToBytes(sketchOf(many));
    expect(bytes).toHaveLength(SKETCH_BYTES);
    const back = sketchFromBytes(bytes);
    expect(back).toEqual(sketchOf(many));
    expect(sketchFromBytes(bytes.slice(1))).toBeNull();
  });

  it('names what differs among very many, each in full', () => {
    const changed = many.flatMap((one, index) => {
      if (index === 7) return [];
      if (index === 100) return [{ ...one, sequence: 2, hash: 'aa'.repeat(16) }];
      if (index === 1500) return [{ ...one, hash: 'bb'.repeat(16) }];
      return [one];
    });
    const added: TrailTail = {
      kind: 'customer',
      id: idOf(9999),
      number: 0,
      sequence: 1,
      hash: 'cc'.repeat(16),
    };
    const found = sketchOf([...changed, added]);
    const difference = differenceOf(sketchOf(many), found);
    expect(difference.isComplete).toBe(true);
    const names = nameForgeries(difference.onlyInOne, difference.onlyInOther);
    expect(new Set(names)).toEqual(
      new Set([
        { kind: 'ticket', id: idOf(7), number: 8, what: 'gone' },
        { kind: 'ticket', id: idOf(100), number: 101, what: 'shortened' },
        { kind: 'ticket', id: idOf(1500), number: 1501, what: 'rewritten' },
        { kind: 'customer', id: idOf(9999), number: null, what: 'appeared' },
      ]),
    );
  });

  it('says so when too much differs to be named', () => {
    expect(differenceOf(sketchOf(many), sketchOf([])).isComplete).toBe(false);
  });

  it('names up to forty at once', () => {
    for (let start = 0; start < 1000; start += 40) {
      const gone = many.slice(start, start + 40);
      const rest = many.filter((one) => !gone.includes(one));
      const { onlyInOne, isComplete } = differenceOf(sketchOf(many), sketchOf(rest));
      expect([isComplete, onlyInOne.length]).toEqual([true, 40]);
    }
  });
});
