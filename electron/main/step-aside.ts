import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** As much of a window as is needed to take it off the screen and to bring it back. */
export type AsideWindow = Pick<
  BrowserWindow,
  | 'getBounds'
  | 'hide'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'maximize'
  | 'minimize'
  | 'setBounds'
  | 'setFullScreen'
  | 'show'
>;

/** openbox and xfwm4 take a window away within 25 ms. One that has not gone by then does not go. */
const LEAVES_WITHIN_MS = 250;
const LOOK_EVERY_MS = 5;

/**
 * Takes a window off the screen, and answers what brings it back as it was.
 *
 * It is minimised: the window manager then keeps for it what no program can set again, such as the workspace, or a half of the
 * screen. Where nobody minimises it is hidden, and gets back what can be set. One that neither goes nor has the focus is on
 * another workspace, so it is not on the screen and stays.
 *
 * @param isWayland a Wayland desktop does not say whether it has minimised a window
 */
export async function stepAside(window: AsideWindow, isWayland: boolean): Promise<() => void> {
  if (isWayland) return hide(window);
  const wasFocused = window.isFocused();
  window.minimize();
  // In full screen it does not say that it is minimised; it only loses the focus.
  const hasGone = () => window.isMinimized() || (window.isFullScreen() && wasFocused && !window.isFocused());
  for (let waitedMs = 0; !hasGone() && waitedMs < LEAVES_WITHIN_MS; waitedMs += LOOK_EVERY_MS)
    await delay(LOOK_EVERY_MS);
  if (hasGone()) return ifStillThere(window, () => window.show());
  return wasFocused ? hide(window) : () => undefined;
}

function hide(window: AsideWindow): () => void {
  const isMaximized = window.isMaximized();
  const isFullScreen = window.isFullScreen();
  const bounds = window.getBounds();
  window.hide();
  return ifStillThere(window, () => {
    window.show();
    if (isFullScreen) window.setFullScreen(true);
    else if (isMaximized) window.maximize();
    // A window manager may put a window that is shown again elsewhere.
    else window.setBounds(bounds);
  });
}

function ifStillThere(window: AsideWindow, bringBack: () => void): () => void {
  return () => {
    if (!window.isDestroyed()) bringBack();
  };
}
