import type { BrowserWindow, Input, WebContents } from 'electron';

/** Of Chromium's zoom levels, of which each is a fifth larger than the one before. */
const STEP = 0.5;
/** From about half to about three times the size. */
const SMALLEST = -3.5;
const LARGEST = 6;

export type ZoomStep = 'larger' | 'smaller' | 'usual';

/** What a key does to the size of everything: Ctrl, or Command on a Mac, with a plus, a minus or a zero, wherever they are. */
export function zoomStepOf(
  input: Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>,
  isMac: boolean,
): ZoomStep | null {
  const isHeld = isMac ? input.meta && !input.control : input.control && !input.meta;
  if (input.type !== 'keyDown' || !isHeld || input.alt) return null;
  // A US keyboard has the plus above the equals sign, and nobody holds Shift for it.
  if (input.key === '+' || input.key === '=') return 'larger';
  if (input.key === '-' || input.key === '_') return 'smaller';
  return input.key === '0' ? 'usual' : null;
}

/** The next of Chromium's zoom levels. */
export function zoomedBy(level: number, step: ZoomStep): number {
  if (step === 'usual') return 0;
  return Math.min(LARGEST, Math.max(SMALLEST, level + (step === 'larger' ? STEP : -STEP)));
}

/** Lets the usual keys make everything in a window larger and smaller; there is no menu that would. Chromium remembers it. */
export function listenToZoomKeys({ webContents }: BrowserWindow): void {
  webContents.on('before-input-event', (event, input) => {
    const step = zoomStepOf(input, process.platform === 'darwin');
    if (step === null) return;
    event.preventDefault();
    zoomBy(webContents, step);
  });
}

export function zoomBy(contents: WebContents, step: ZoomStep): void {
  contents.setZoomLevel(zoomedBy(contents.getZoomLevel(), step));
}
