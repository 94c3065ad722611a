import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { fillWithTickets } from '../fixtures/many-tickets.ts';
import { Console } from '../pages/console.ts';
import { layOutDesk, layOutEmptyWindow, type Start, timeStart } from './started-program.ts';

const RUNS = Number(process.env['RESETDESK_BENCH_RUNS'] ?? '9');
/** A desk that has worked for months. */
const TICKETS = 2000;
/** How many times an empty window each may be. */
const GOALS = { painted: 1.1, usable: 1.5, memory: 1.35 } as const;

test('From the call to the usable queue, against an empty window', async ({ startDesk, display }) => {
  const first = await startDesk({ hasCamera: false });
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  await fillWithTickets(join(first.profile, 'resetdesk.db'), await unprotectedKey(first.profile), TICKETS);
  const empty = await layOutEmptyWindow();
  const own = await layOutDesk();
  const emptyProfile = await mkdtemp(join(tmpdir(), 'resetdesk-empty-'));
  try {
    const desks: Start[] = [];
    const windows: Start[] = [];
    // The first of each fills the caches.
    for (let round = 0; round <= RUNS; round++) {
      const window = await timeStart(empty.executable, emptyProfile, display, null);
      const desk = await timeStart(own.executable, first.profile, display, 'queue shown');
      tell(
        `${round === 0 ? 'first' : `run ${round}`}: empty window ${times(window)}; ResetDesk ${times(desk)}`,
      );
      if (round === 0) continue;
      windows.push(window);
      desks.push(desk);
    }
    report(windows, desks);
    for (const part of ['painted', 'usable', 'memory'] as const)
      expect.soft(ratioOf(part, windows, desks), part).toBeLessThanOrEqual(GOALS[part]);
  } finally {
    await empty.remove();
    await own.remove();
    await rm(emptyProfile, { recursive: true, force: true });
  }
});

type Part = Exclude<keyof Start, 'memory'> | 'memory';

function report(windows: readonly Start[], desks: readonly Start[]): void {
  tell('\n                   empty window   ResetDesk   times');
  for (const [part, words] of [
    ['asked', 'page asked for'],
    ['painted', 'first paint'],
    ['usable', 'usable queue'],
    ['memory', 'memory (PSS)'],
  ] as const) {
    const [window, desk] = [medianOf(part, windows), medianOf(part, desks)];
    const unit = part === 'memory' ? 'MB' : 'ms';
    tell(
      `${words.padEnd(15)} ${`${window.toFixed(0)} ${unit}`.padStart(15)} ${`${desk.toFixed(0)} ${unit}`.padStart(11)} ${(desk / window).toFixed(2).padStart(7)}`,
    );
  }
  const roles = new Set([...windows, ...desks].flatMap(({ memory }) => [...memory.keys()]));
  for (const role of roles) {
    const of = (starts: readonly Start[]) =>
      median(starts.map(({ memory }) => (memory.get(role) ?? 0) / 1e6));
    tell(
      `  ${role.padEnd(30)} ${of(windows).toFixed(0).padStart(5)} MB ${of(desks).toFixed(0).padStart(5)} MB`,
    );
  }
}

function ratioOf(part: Part, windows: readonly Start[], desks: readonly Start[]): number {
  return medianOf(part, desks) / medianOf(part, windows);
}

/** Milliseconds, or MB. */
function medianOf(part: Part, starts: readonly Start[]): number {
  return median(starts.map((start) => (part === 'memory' ? megabytes(start) : start[part])));
}

function megabytes({ memory }: Start): number {
  return [...memory.values()].reduce((sum, bytes) => sum + bytes, 0) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function times(start: Start): string {
  return `${start.asked.toFixed(0)}/${start.painted.toFixed(0)}/${start.usable.toFixed(0)} ms, ${megabytes(start).toFixed(0)} MB`;
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
