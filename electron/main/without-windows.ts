import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { isWayland } from './idleness.ts';
import { stepAside } from './step-aside.ts';

/** Until the neighbours of a hidden window have begun to repaint, or a compositor to fade it. */
const FIRST_LOOK_MS = 60;
/** Until a window that protects its content is out of the next composed frame. */
const PROTECT_SETTLE_MS = 100;

/**
 * Has `take` see the screen without `windows` on it; those that are seen are back when it has ended, however it has.
 *
 * @param take `isLeaving`: one may still be on its way off the screen
 */
export async function withoutWindows<Taken>(
  windows: readonly BrowserWindow[],
  take: (isLeaving: boolean) => Promise<Taken>,
): Promise<Taken> {
  const seen = windows.filter((window) => window.isVisible());
  const restore = await hideWindows(seen);
  try {
    return await take(process.platform === 'linux' && seen.length > 0);
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
