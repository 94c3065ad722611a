import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** So often and so long a window manager is asked for the focus; a busy one does not give it at once. */
const TRIES = 4;
const TRY_MS = 250;
const LOOK_EVERY_MS = 10;

export type PresentableWindow = Pick<
  BrowserWindow,
  'focus' | 'isDestroyed' | 'isFocused' | 'isMinimized' | 'restore' | 'show'
>;

/** Brings a window to the front for the agent who asked for it. */
export function presentWindow(window: PresentableWindow): void {
  // On Linux showing it is enough; restoring would also take its full size.
  if (window.isMinimized() && process.platform !== 'linux') window.restore();
  window.show();
  window.focus();
}

/** The same, and sees to it that the agent's next key comes here and not to the program that was in front. */
export async function presentForKeys(
  window: PresentableWindow,
  wait: (ms: number) => Promise<unknown> = delay,
): Promise<void> {
  for (let tries = 0; tries < TRIES && !window.isDestroyed(); tries++) {
    presentWindow(window);
    for (let waitedMs = 0; waitedMs < TRY_MS; waitedMs += LOOK_EVERY_MS) {
      if (window.isDestroyed() || window.isFocused()) return;
      await wait(LOOK_EVERY_MS);
    }
  }
}
