import { describe, expect, it } from 'vitest';
import type { CodeRead, Picture, ScanOutcome } from '../../core/scan/types.ts';
import { readTogether } from './read-together.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;
const LINK = 'https://example.com';
const corner = { x: 1, y: 1 };

function outcomeOf(texts: readonly string[]): ScanOutcome {
  const codes = texts.map(
    (text): CodeRead => ({
      bytes: new Uint8Array(1),
      text,
      version: 1,
      ecLevel: 'L',
      maskPattern: 0,
      corners: [corner, corner, corner, corner],
      grid: null,
      rung: 'whole',
    }),
  );
  return { codes, glimpses: [], elapsedMs: 1 };
}

/** Displays by what a glance and what a close look read on them; tells which were looked at closely. */
async function read(displays: readonly { glance?: readonly string[]; close?: readonly string[] }[]) {
  const pictures = displays.map(
    (_none, index): Picture => ({ data: new Uint8ClampedArray(4), width: index, height: 1 }),
  );
  const looked: number[] = [];
  const outcomes = await readTogether(pictures, {
    scanLive: async ({ width }) => outcomeOf(displays[width]?.glance ?? []),
    scanStill: async ({ width }) => {
      looked.push(width);
      return outcomeOf(displays[width]?.close ?? []);
    },
  });
  return { looked, texts: outcomes.map(({ codes }) => codes.map(({ text }) => text)) };
}

describe('readTogether', () => {
  it('looks closely only at the display where a reset code was glanced', async () => {
    const { looked, texts } = await read([{}, { glance: [RESET], close: [RESET, LINK] }, {}]);
    expect(looked).toEqual([1]);
    expect(texts).toEqual([[], [RESET, LINK], []]);
  });

  it('keeps the reset codes of two displays, for the agent to choose', async () => {
    const two = { glance: [RESET], close: [RESET] };
    expect((await read([two, two])).texts).toEqual([[RESET], [RESET]]);
  });

  it('looks closely until a reset code is read where a glance saw none', async () => {
    const { looked, texts } = await read([{}, { close: [RESET] }, { close: [RESET] }]);
    expect(looked).toEqual([0, 1]);
    expect(texts).toEqual([[], [RESET], []]);
  });

  it('looks at every display when there is no reset code', async () => {
    const { looked, texts } = await read([{ glance: [LINK], close: [LINK] }, {}, {}]);
    expect(looked).toEqual([0, 1, 2]);
    expect(texts).toEqual([[LINK], [], []]);
  });

  it('keeps what a glance read and a close look did not', async () => {
    expect((await read([{}, { glance: [RESET] }])).texts).toEqual([[], [RESET]]);
  });

  it('looks at a single picture once, closely', async () => {
    const { looked, texts } = await read([{ glance: [LINK], close: [RESET] }]);
    expect(looked).toEqual([0]);
    expect(texts).toEqual([[RESET]]);
  });
});
