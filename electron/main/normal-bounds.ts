import type { BrowserWindow, Rectangle } from 'electron';

/** A window that becomes maximised is told its size before it is told why. */
const SETTLE_MS = 500;

export type SizedWindow = Pick<
  BrowserWindow,
  | 'getBounds'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
> & { on(event: 'resize' | 'move', listener: () => void): unknown };

/**
 * Answers how large the window is while nothing makes it larger. Electron's own word for it is wrong once a window was minimised
 * while it was maximised (seen under openbox and xfwm4).
 */
export function keepNormalBounds(window: SizedWindow): () => Rectangle {
  let normal = window.getNormalBounds();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    if (window.isDestroyed() || !window.isVisible()) return;
    if (!window.isMaximized() && !window.isFullScreen() && !window.isMinimized()) normal = window.getBounds();
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  };
  window.on('resize', lookSoon);
  window.on('move', lookSoon);
  return () => {
    look();
    return normal;
  };
}
