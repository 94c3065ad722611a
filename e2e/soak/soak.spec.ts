import type { Page } from 'playwright/test';
import { memorySlope, type Sample } from '../../electron/runtime/memory-slope.ts';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const MINUTES = Number(process.env['RESETDESK_SOAK_MINUTES'] ?? '5');
/** Long enough for every live rung, a burst of frames and several pieces of advice. */
const OPEN_MS = 8000;
/** Tracks stop at once; this is for the frame under way. */
const CLOSED_MS = 1500;
/** One reader serves the window for its life; a second one is a leak. */
const WORKERS_KEPT = 1;

test('The scanner gives everything back when it closes, again and again', async ({ startDesk, owner }) => {
  const desk = await startDesk({ cameraVideo: await owner.filmDesk() });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await watchTracks(desk.page);

  const samples: Sample[] = [];
  const leaks: string[] = [];
  const startedAt = performance.now();
  const elapsedMs = () => performance.now() - startedAt;
  for (let round = 1; elapsedMs() < MINUTES * 60_000; round++) {
    await scanFor(desk.page, console);
    const left = { tracks: await countLiveTracks(desk.page), workers: desk.page.workers().length };
    if (left.tracks > 0 || left.workers > WORKERS_KEPT) leaks.push(`round ${round}: ${JSON.stringify(left)}`);
    const megabytes = await memoryInUse(desk);
    samples.push({ hours: elapsedMs() / 3_600_000, megabytes });
    tell(`round ${round}: ${megabytes.toFixed(0)} MB, live tracks ${left.tracks}, workers ${left.workers}`);
  }
  const slope = memorySlope(samples);
  tell(`memory: ${slope === null ? 'too short a run to tell' : `${slope.toFixed(1)} MB an hour`}`);
  tell(`rounds that left something running: ${leaks.length}`);
  expect(leaks).toEqual([]);
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

/** Megabytes that the program's main process and its windows hold, after the garbage was collected. */
async function memoryInUse({ app, page }: Desk): Promise<number> {
  await page.requestGC();
  const kilobytes = await app.evaluate(({ app: program }) =>
    program
      .getAppMetrics()
      .filter(({ type }) => type === 'Browser' || type === 'Tab')
      .reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
