import type { Page } from 'playwright/test';
import { memoryTrend, type Sample } from '../../electron/runtime/memory-slope.ts';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const MINUTES = Number(process.env['RESETDESK_SOAK_MINUTES'] ?? '5');
/** Long enough for every live rung, a burst of frames and several pieces of advice. */
const OPEN_MS = 8000;
/** Tracks stop at once; this is for the frame under way. */
const CLOSED_MS = 1500;
/** The window's process holds less than this, in megabytes: frames, readers and what Chromium keeps of them. */
const WINDOW_MEGABYTES = 360;
/** One reader serves the window for its life; a second one is a leak. */
const WORKERS_KEPT = 1;

test('The scanner gives everything back when it closes, again and again', async ({ startDesk, owner }) => {
  const desk = await startDesk({ cameraVideo: await owner.filmDesk() });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await watchTracks(desk.page);

  const samples = new Map<string, Sample[]>();
  const leaks: string[] = [];
  const startedAt = performance.now();
  const elapsedMs = () => performance.now() - startedAt;
  for (let round = 1; elapsedMs() < MINUTES * 60_000; round++) {
    await scanFor(desk.page, console);
    const left = { tracks: await countLiveTracks(desk.page), workers: desk.page.workers().length };
    if (left.tracks > 0 || left.workers > WORKERS_KEPT) leaks.push(`round ${round}: ${JSON.stringify(left)}`);
    const hours = elapsedMs() / 3_600_000;
    const now = await memoryByProcess(desk);
    for (const [process, megabytes] of now)
      samples.set(process, [...(samples.get(process) ?? []), { hours, megabytes }]);
    tell(`round ${round}: ${said(now)}, live tracks ${left.tracks}, workers ${left.workers}`);
  }
  for (const [process, taken] of samples) tellTrend(process, taken);
  tell(`rounds that left something running: ${leaks.length}`);
  expect(leaks).toEqual([]);
  const windowSamples = samples.get('window') ?? [];
  expect(Math.max(...windowSamples.map(({ megabytes }) => megabytes))).toBeLessThan(WINDOW_MEGABYTES);
});

async function scanFor(page: Page, console: Console): Promise<void> {
  await console.openScanner('Camera');
  await expect.poll(() => countLiveTracks(page)).toBeGreaterThan(0);
  await page.waitForTimeout(OPEN_MS);
  await console.press('Escape');
  await expect(console.scanner).toBeHidden();
  await page.waitForTimeout(CLOSED_MS);
}

/** Notes every camera stream that the page is given. */
async function watchTracks(page: Page): Promise<void> {
  await page.evaluate(() => {
    let tracks: MediaStreamTrack[] = [];
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    Object.assign(globalThis, {
      countLiveTracks: () => {
        // To hold on to those that have ended would itself be a leak.
        tracks = tracks.filter((track) => track.readyState === 'live');
        return tracks.length;
      },
    });
  });
}

function countLiveTracks(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.apply(Reflect.get(globalThis, 'countLiveTracks'), null, [])));
}

/** As Electron calls the processes, and what they are. */
const PROCESSES = { Browser: 'main', Tab: 'window', GPU: 'drawing', Utility: 'services' } as const;

/** Resident megabytes of the program's processes, after the window's garbage was collected. */
async function memoryByProcess({ app, page }: Desk): Promise<ReadonlyMap<string, number>> {
  await page.requestGC();
  const metrics = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, memory }) => ({ type, kilobytes: memory.workingSetSize })),
  );
  const sums = new Map<string, number>();
  for (const { type, kilobytes } of metrics) {
    const name = Object.entries(PROCESSES).find(([electrons]) => electrons === type)?.[1];
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + kilobytes / 1024);
  }
  return sums;
}

function said(memory: ReadonlyMap<string, number>): string {
  return [...memory].map(([process, megabytes]) => `${process} ${megabytes.toFixed(0)} MB`).join(', ');
}

function tellTrend(process: string, samples: readonly Sample[]): void {
  const trend = memoryTrend(samples);
  if (trend === null) {
    tell(`${process}: too short a run to tell`);
    return;
  }
  const { megabytesPerHour, margin, mostMegabytes } = trend;
  const growth = `${megabytesPerHour.toFixed(1)} ± ${margin.toFixed(1)} MB an hour`;
  tell(`${process}: at most ${mostMegabytes.toFixed(0)} MB, growing by ${growth} (95 %)`);
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
