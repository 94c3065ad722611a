/** A page is drawn within a second or two; a busy computer is given longer. */
const DRAWN_WITHIN_MS = 4000;

/** As much of a window as is needed to know when it can be shown. */
export interface DrawnWindow {
  isDestroyed(): boolean;
  once(event: 'ready-to-show', listener: () => void): unknown;
  readonly webContents: { once(event: 'did-finish-load', listener: () => void): unknown };
}

/**
 * Runs once there is something to see in a new window. On Wayland a window that is not shown yet never tells that it is ready,
 * but that its page is loaded; and a page that does neither is better seen than waited for.
 */
export function onceDrawn(window: DrawnWindow, show: () => void): void {
  let isWaiting = true;
  const showOnce = () => {
    if (!isWaiting) return;
    isWaiting = false;
    clearTimeout(timer);
    if (!window.isDestroyed()) show();
  };
  const timer = setTimeout(showOnce, DRAWN_WITHIN_MS);
  window.once('ready-to-show', showOnce);
  window.webContents.once('did-finish-load', showOnce);
}
