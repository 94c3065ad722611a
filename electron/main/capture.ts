import { type BrowserWindow, type Display, desktopCapturer, screen } from 'electron';
import { captureFailed } from '../../core/contract/errors.ts';
import type { CapturedScreen } from '../../core/contract/shell-records.ts';
import { toCapturedScreen } from './captured-screen.ts';
import type { Log } from './log-entry.ts';
import { distinctSizes, nativeSize, type Size, sourceOf } from './screen-sources.ts';
import { takeSettled } from './settled-picture.ts';
import { withoutWindows } from './without-windows.ts';

/** From then on until a window has left the screen for certain: a compositor fades for about 200 ms. Mostly it is gone sooner. */
const HIDE_SETTLE_MS = 240;

/** A display and what was on it. */
export interface GrabbedDisplay {
  readonly display: Display;
  readonly picture: CapturedScreen;
}

/**
 * Takes every display at its own pixels, without `ownWindows` on it: a clean code on the console would be found again.
 * They are back when this ends, however it ends.
 *
 * @throws CallError `capture_failed` where the system does not let us see the screen.
 */
export async function grabScreens(
  ownWindows: readonly BrowserWindow[],
  log: Pick<Log, 'error'>,
): Promise<readonly GrabbedDisplay[]> {
  const taker = { take: grabDisplays, isSame: isSamePicture, now: () => performance.now() };
  try {
    return await withoutWindows(ownWindows, (isLeaving) =>
      takeSettled(taker, isLeaving ? HIDE_SETTLE_MS : 0),
    );
  } catch (error) {
    log.error('screen capture failed', undefined, error);
    throw captureFailed('unknown', 'The system did not let the screen be captured.');
  }
}

async function grabDisplays(): Promise<readonly GrabbedDisplay[]> {
  const displays = screen.getAllDisplays();
  const grabbed: GrabbedDisplay[] = [];
  for (const size of distinctSizes(displays.map(nativeSize))) {
    const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: size });
    for (const display of displays.filter((candidate) => isSameSize(nativeSize(candidate), size))) {
      const source = sourceOf(display, displays, sources);
      if (source === null || source.thumbnail.isEmpty()) continue;
      grabbed.push({ display, picture: toCapturedScreen(display.label || source.name, source.thumbnail) });
    }
  }
  if (grabbed.length === 0) throw new Error('no display could be captured');
  return grabbed;
}

function isSamePicture(one: readonly GrabbedDisplay[], other: readonly GrabbedDisplay[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ picture }, index) => {
      const bgra = other[index]?.picture.bgra;
      return bgra !== undefined && Buffer.compare(picture.bgra, bgra) === 0;
    })
  );
}

function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
