import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawResetQrPicture } from '../../core/testkit/draw-qr.ts';
import type { VideoRoundTrip } from '../../core/testkit/level.ts';
import { type BenchCase, folderCases, generatedCases } from './bench-cases.ts';
import { scoreDoubtful } from './bench-doubtful.ts';
import { countMadeUp } from './bench-grids.ts';
import { formatPhotoTable, score } from './bench-photos.ts';
import { formatReasonTable } from './bench-reasons.ts';
import { type Attempt, formatTable, quantile } from './bench-table.ts';
import { loadScanner } from './load-scanner.ts';
import { encodePicture } from './picture-files.ts';

const program = fileURLToPath(new URL('./bench-scan.ts', import.meta.url));
/** A machine that has much else to do takes its time. */
const LONG_WORK = { timeout: 60_000 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-bench-'));
  const save = (name: string, text: string) =>
    writeFile(join(folder, name), encodePicture(drawResetQrPicture(text), 'png'));
  await save('beside.png', 'one');
  await writeFile(join(folder, 'beside.txt'), 'one\n');
  await save('listed.png', 'two');
  await save('mislabelled.png', 'three');
  const manifest = [
    { file: 'listed.png', text: ['two'] },
    { file: 'mislabelled.png', text: 'four' },
  ];
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const out: Item[] = [];
  for await (const item of items) out.push(item);
  return out;
}

function run(...args: string[]) {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
}

describe('npm run bench:scan', () => {
  it('compares all decoders on a folder: two of three right, one wrong text', () => {
    const { status, stdout } = run('--dir', folder);
    expect(status).toBe(0);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/decoder +files % +wrong texts +false positives/);
    expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual([
      '@zxing/library',
      'jsQR',
      'zxing-wasm, one pass',
      'live ladder',
      'live ladder, thorough',
      'full ladder',
    ]);
    for (const row of rows) expect(row).toMatch(/ 67 +1 +0 /);
  });

  it.each([
    [['--seed', 'x'], '--seed must be a whole number'],
    [['--count', '0'], '--count must be a whole number from 1 up'],
    [['--blank=-1'], '--blank must be a whole number from 0 up'],
    [['--dir', '/nowhere/at/all'], 'There is no file or folder "/nowhere/at/all".'],
    [['--fast'], '--fast'],
  ])('exits with 2 and says why for %j', (args, sentence) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('npm run bench:scan');
  });
});

describe('cases', () => {
  it('take expected texts from the manifest before those beside the picture', async () => {
    const found = await collect(folderCases(folder));
    expect(found.map(({ texts }) => texts)).toEqual([['one'], ['two'], ['four']]);
  });

  it('refuse a manifest that is not a list of files and texts', async () => {
    const other = await mkdtemp(join(tmpdir(), 'resetdesk-bench-'));
    await writeFile(join(other, 'manifest.json'), '[{ "name": "a.png" }]');
    await expect(collect(folderCases(other))).rejects.toThrow('"file" and "text"');
    await rm(other, { recursive: true });
  });

  it('are generated the same for the same seed', async () => {
    const first = async (seed: number) =>
      (await generatedCases({ seed, count: 1, blank: 0, video: null }).next()).value;
    const [a, b, c] = [await first(5), await first(5), await first(6)];
    expect(a?.texts).toEqual(b?.texts);
    expect(a?.frames[0].data).toEqual(b?.frames[0].data);
    expect(c?.texts).not.toEqual(a?.texts);
  });

  it('leave the pictures of calls out without a codec, and are else the same', async () => {
    const take = async (video: VideoRoundTrip | null) => {
      const out: BenchCase[] = [];
      for await (const one of generatedCases({ seed: 5, count: 1, blank: 0, video })) {
        if (out.push(one) === 5) break;
      }
      return out;
    };
    const without = await take(null);
    const withCalls = await take(async ([frame]) => frame);
    expect(without.map(({ kind }) => kind)).toEqual(['webcam', 'share', 'phone', 'webcam', 'share']);
    expect(withCalls.map(({ kind }) => kind)).toEqual(['webcam', 'share', 'phone', 'call', 'webcam']);
    expect(withCalls[4]?.frames[0].data).toEqual(without[3]?.frames[0].data);
  }, 60_000);
});

describe('photos of everyday codes', () => {
  const at = (text: string, x: number) => ({
    text,
    corners: [
      { x, y: 0 },
      { x: x + 10, y: 0 },
      { x: x + 10, y: 10 },
      { x, y: 10 },
    ] as const,
  });

  it('count a code where its text was read at its place', () => {
    const codes = [
      { text: 'a', middle: { x: 5, y: 5 } },
      { text: 'a', middle: { x: 105, y: 5 } },
      { text: 'b', middle: { x: 205, y: 5 } },
    ];
    const picture = { data: new Uint8ClampedArray(4), width: 1, height: 1 };
    expect(score({ picture, codes }, [at('a', 0), at('a', 100), at('b', 300), at('made up', 0)])).toEqual({
      codes: 3,
      read: 2,
      wrong: 1,
    });
  });

  it('give a rate for each kind and the mean of the kinds', () => {
    const one = { decoder: 'x', wrong: 0 };
    const table = formatPhotoTable([
      { ...one, kind: 'blurred', codes: 1, read: 1 },
      { ...one, kind: 'lots', codes: 60, read: 30, wrong: 2 },
    ]);
    expect(table.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['decoder', 'blurred', 'lots', 'mean %', 'wrong texts'],
      ['x', '100', '50', '75.0', '2'],
    ]);
  });
});

describe('the decoder', () => {
  it('makes nothing up from doubtful pictures, and reads some of them', LONG_WORK, async () => {
    const { read, wrong } = await scoreDoubtful(await loadScanner(), 5, 12);
    expect(read).toBeGreaterThan(1);
    expect(read).toBeLessThan(12);
    expect(wrong).toBe(0);
  });

  it('counts the reasons that are right, those that are not, and dark pages that are called too dark', () => {
    const scores = [
      { seenBy: 'camera', fault: 'glare', said: ['glare', 'blurred'] },
      { seenBy: 'dark page', fault: 'tooSmall', said: ['tooDark', 'tooSmall'] },
    ] as const;
    const table = formatReasonTable(scores);
    expect(table).toMatch(/camera +glare +1 of 2 +blurred/);
    expect(table).toContain('2 of 4 right; 1 dark pages called too dark');
  });

  it('makes nothing up from 100 grids of random modules and a spoilt reset code', LONG_WORK, () => {
    expect(countMadeUp(1, 100)).toBe(0);
  });
});

describe('formatTable', () => {
  const attempt = (part: Partial<Attempt>): Attempt => ({
    decoder: 'x',
    kind: 'webcam',
    level: 1,
    isRead: true,
    wrongTexts: 0,
    ms: 10,
    ...part,
  });

  it('gives rates by level, faults, times, and the ratio to one pass', () => {
    const table = formatTable([
      attempt({}),
      attempt({ level: 2 }),
      attempt({ level: 2, isRead: false, wrongTexts: 1 }),
      attempt({ kind: 'none', level: null, wrongTexts: 2, ms: 30 }),
      attempt({ decoder: 'zxing-wasm, one pass', kind: 'none', level: null, ms: 20 }),
    ]);
    const row = table.split('\n').find((line) => line.startsWith('x'));
    expect(row?.trim().split(/ {2,}/)).toEqual([
      'x',
      '67',
      '100',
      '50',
      '-',
      '-',
      '-',
      '-',
      '1',
      '2',
      '10',
      '30',
      '30',
      '1.5',
    ]);
  });

  it('says that calls are not here where shared screens were generated without a codec', () => {
    const [head, row] = formatTable([attempt({ kind: 'share' })]).split('\n');
    expect(head).toMatch(/share % .* L6 +call % +wrong texts/);
    expect(row).toMatch(/ not here +0 /);
    expect(formatTable([attempt({ kind: 'share' }), attempt({ kind: 'call' })])).not.toContain('not here');
  });

  it('takes quantiles from what was measured', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(quantile([], 0.5)).toBe(0);
  });
});
