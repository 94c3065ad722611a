import { describe, expect, it } from 'vitest';
import { LAYOUTS, type LayoutName } from '../testkit/keyboard-layouts.ts';
import { labelPayload, linkPayload, resetPayload } from '../testkit/payloads.ts';
import { createRandom, type Random } from '../testkit/random.ts';
import { functionKey, typed, typedByAltCodes } from '../testkit/scanner-keys.ts';
import type { KeyPress } from './key-text.ts';
import { createBench } from './wedge-bench.fixture.ts';

const COMPUTERS = Object.keys(LAYOUTS) as LayoutName[];

/** Milliseconds before each key of a scanner. Pauses come once it is plain that a machine types. */
function scannerRhythm(random: Random): (index: number) => number {
  const everyMs = random.between(5, 150);
  const jitterMs = random.pick([0, 2, everyMs * 0.1]);
  const isUneven = random.next() < 0.2;
  const pauses = random.pick([0, 0.02, 0.1]);
  return (index) => {
    if (random.next() < pauses) return index >= 8 ? random.between(60, 550) : random.between(60, 200);
    return isUneven ? random.between(10, 150) : Math.max(1, everyMs + random.between(-jitterMs, jitterMs));
  };
}

function scannedText(random: Random): string {
  return random.pick([
    resetPayload(random),
    resetPayload(random, random.pick([128, 256, 512])),
    labelPayload(random),
    linkPayload(random),
    labelPayload(random).slice(4, 19),
  ]);
}

function scan(random: Random): { readonly text: string; readonly keys: readonly KeyPress[] } {
  const text = random.pick(['', '', ']Q1', ']C0']) + scannedText(random);
  const suffix = random.pick(['', '\r', '\t']);
  const keys = typed(text + suffix, {
    everyMs: scannerRhythm(random),
    computer: random.pick(['qwerty', ...COMPUTERS]),
    hasCapsLock: random.next() < 0.3,
    digits: random.pick(['row', 'row', 'keypad']),
  });
  const lastMs = keys.at(-1)?.timeMs ?? 0;
  const before = random.next() < 0.15 ? [functionKey('F8', 1000 - random.between(5, 150))] : [];
  const after = random.next() < 0.15 ? [functionKey('F9', lastMs + random.between(5, 150))] : [];
  return { text, keys: [...before, ...keys, ...after] };
}

describe('a scanner', () => {
  it('is read by the places of its keys and presses nothing on the page (400 scans)', () => {
    const random = createRandom(20_260_101);
    for (let turn = 0; turn < 400; turn += 1) {
      const { text, keys } = scan(random);
      const bench = createBench({ isLight: () => random.next() < 0.5 });
      bench.type(keys, 'page', random.pick([1, 8, 30]));
      bench.pause();
      expect({ turn, page: bench.page, fragments: bench.fragments }).toEqual({
        turn,
        page: [],
        fragments: [],
      });
      expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([text]);
    }
  });

  it('is read by Alt codes (50 scans)', () => {
    const random = createRandom(20_260_102);
    for (let turn = 0; turn < 50; turn += 1) {
      const text = scannedText(random);
      const bench = createBench();
      bench.type(typedByAltCodes(text, random.between(1, 40)));
      bench.pause();
      expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([text]);
    }
  });

  it('that is cut presses nothing from its eighth key on, and from its fourth where it is fast (400 cuts)', () => {
    const random = createRandom(20_260_103);
    for (let turn = 0; turn < 400; turn += 1) {
      const isFast = random.next() < 0.5;
      const text = scannedText(random);
      const keys = typed(text.slice(0, random.integer(isFast ? 4 : 8, text.length - 1)), {
        everyMs: isFast ? random.between(1, 30) : random.between(45, 150),
      });
      // The same sign again and again is no text.
      if (new Set(keys.map(({ key }) => key)).size < 3) continue;
      const bench = createBench();
      bench.type(keys);
      bench.pause();
      expect({ turn, page: bench.page }).toEqual({ turn, page: [] });
      expect(bench.bursts.length + bench.fragments.length).toBe(1);
    }
  });
});

/** Milliseconds before each key of a person: between 60 and 500, most around 160. */
function personRhythm(random: Random): () => number {
  const usualMs = random.between(90, 260);
  return () => Math.min(500, Math.max(60, usualMs * Math.exp(random.normal() * 0.35)));
}

const WORDS = [
  'Maria',
  'González',
  'SN:',
  'calls',
  'back',
  'at',
  '0171',
  '555-1234',
  'serial',
  'K',
  'Rue',
  '12',
  '4K002C6',
] as const;

describe('a person', () => {
  it('types into a field and nothing is taken, changed or held (1,000 texts)', () => {
    const random = createRandom(20_260_104);
    for (let turn = 0; turn < 1000; turn += 1) {
      const text = Array.from({ length: random.integer(1, 14) }, () => random.pick(WORDS)).join(' ');
      const bench = createBench();
      bench.type(typed(`${text}\r`, { everyMs: personRhythm(random) }), 'field', 80);
      bench.pause();
      const printed = typed(text).map(({ key }) => key);
      expect(bench.field.text).toBe(`${printed.filter((key) => key.length === 1).join('')}⏎`);
      expect(bench.swallowed).toEqual([]);
    }
  });

  it('types onto the page, and every key acts or is told (1,000 texts)', () => {
    const random = createRandom(20_260_105);
    for (let turn = 0; turn < 1000; turn += 1) {
      const text = Array.from({ length: random.integer(1, 8) }, () => random.pick(WORDS))
        .join('')
        .replace(/[^!-~]/g, '');
      const bench = createBench({ isLight: (press) => press.code < 'KeyM' });
      bench.type(typed(text, { everyMs: personRhythm(random) }), 'page', random.between(40, 110));
      bench.pause();
      const told = bench.bursts.reduce((count, { burst }) => count + burst.byLayout.length, 0);
      expect(bench.page.length + told).toBeGreaterThanOrEqual(text.length);
      expect(bench.fragments).toEqual([]);
    }
  });

  it('presses single keys, and each acts once, in order (1,000 runs)', () => {
    const random = createRandom(20_260_106);
    for (let turn = 0; turn < 1000; turn += 1) {
      const keys = Array.from({ length: random.integer(1, 12) }, () =>
        random.pick(['a', 'e', 'l', '1', '2', 'S', 'c']),
      );
      const bench = createBench({ isLight: () => random.next() < 0.5 });
      bench.type(
        typed(keys.join(''), { everyMs: () => random.between(250, 900) }),
        'page',
        random.between(20, 200),
      );
      bench.pause();
      expect(bench.page).toEqual(keys);
      expect(bench.bursts).toEqual([]);
    }
  });
});
