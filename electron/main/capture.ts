import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserWindow, type Display, desktopCapturer, type NativeImage, screen } from 'electron';
import { CallError } from '../../core/contract/errors.ts';
import type { CapturedScreen } from '../../core/contract/shell-records.ts';
import { shownName } from '../../core/file-name.ts';
import { isWayland } from './idleness.ts';
import type { Log } from './log-entry.ts';
import { distinctSizes, nativeSize, type Size, sourceOf } from './screen-sources.ts';
import { takeSettled } from './settled-picture.ts';
import { stepAside } from './step-aside.ts';

/** Until the neighbours of a hidden window have begun to repaint, or a compositor to fade it. */
const FIRST_LOOK_MS = 60;
/** From then on until it has left the screen for certain: a compositor fades for about 200 ms. Mostly it is gone sooner. */
const HIDE_SETTLE_MS = 240;
/** Until a window that protects its content is out of the next composed frame. */
const PROTECT_SETTLE_MS = 100;

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
  const windows = ownWindows.filter((window) => window.isVisible());
  const restore = await hideWindows(windows);
  const isLeaving = process.platform === 'linux' && windows.length > 0;
  const taker = { take: grabDisplays, isSame: isSamePicture, now: () => performance.now() };
  try {
    return await takeSettled(taker, isLeaving ? HIDE_SETTLE_MS : 0);
  } catch (error) {
    log.error('screen capture failed', undefined, error);
    throw new CallError('capture_failed', 'The system did not let the screen be captured.');
  } finally {
    restore();
  }
}

/** Answers the function that brings them back. */
async function hideWindows(windows: readonly BrowserWindow[]): Promise<() => void> {
  if (windows.length === 0) return () => undefined;
  // Only Linux has no way to leave a window out of a capture while it stays on the screen.
  if (process.platform === 'linux') {
    const ways = await Promise.all(windows.map((window) => stepAside(window, isWayland())));
    await delay(FIRST_LOOK_MS);
    return () => {
      for (const bringBack of ways) bringBack();
    };
  }
  const shared = windows.filter((window) => !window.isContentProtected());
  for (const window of shared) window.setContentProtection(true);
  await delay(PROTECT_SETTLE_MS);
  return () => {
    for (const window of shared) if (!window.isDestroyed()) window.setContentProtection(false);
  };
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

/**
 * The pixels of an image as they are; `toBitmap` gives blue-green-red-alpha on every platform we run on.
 *
 * @param name as a monitor or a program has it
 */
export function toCapturedScreen(name: string, image: NativeImage): CapturedScreen {
  const bgra = image.toBitmap();
  // At scale 1 the size is in pixels; an image of a dense display counts in device-independent ones.
  const { width, height } = image.getSize(1);
  const pixels = bgra.length / 4;
  const factor = Math.sqrt(pixels / (width * height));
  return {
    label: shownName(name),
    width: Math.round(width * factor),
    height: Math.round(height * factor),
    // The same memory where it can be: a copy of a large screen would be felt.
    bgra:
      bgra.buffer instanceof ArrayBuffer
        ? new Uint8Array(bgra.buffer, bgra.byteOffset, bgra.length)
        : new Uint8Array(bgra),
  };
}
