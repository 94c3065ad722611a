import { type BrowserWindow, screen, type WebContents } from 'electron';
import { CallError } from '../../core/contract/errors.ts';
import type { Area, CapturedScreen } from '../../core/contract/shell-records.ts';
import type { GrabbedDisplay } from './capture.ts';
import { cutOut } from './picture-area.ts';
import { openPageWindow, type WindowOptions } from './window.ts';

/** A page is drawn within a second; without one in this time the agent would wait for nothing. */
const PATIENCE_MS = 10_000;

interface Cover extends GrabbedDisplay {
  readonly window: BrowserWindow;
}

interface Selection {
  readonly covers: readonly Cover[];
  readonly settle: (region: CapturedScreen | null) => void;
  readonly fail: (error: CallError) => void;
  readonly patience: ReturnType<typeof setTimeout>;
}

/**
 * Lets the agent mark an area on the displays as they were captured: one window covers each display, never one stretched
 * over several, because each has its own scaling. The pages only know their picture's pixels.
 */
export class RegionSelection {
  readonly #options: WindowOptions;
  #selection: Selection | null = null;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /**
   * The pixels of the area, or null when the agent left without one.
   * @throws CallError `capture_failed` when no window could be brought up.
   */
  select(grabbed: readonly GrabbedDisplay[]): Promise<CapturedScreen | null> {
    this.cancel();
    return new Promise((settle, fail) => {
      const covers = grabbed.map((one) => ({ ...one, window: this.#cover(one) }));
      const patience = setTimeout(() => this.#giveUp(), PATIENCE_MS);
      this.#selection = { covers, settle, fail, patience };
    });
  }

  /** Is this the page of a window that covers a display? */
  covers(sender: WebContents): boolean {
    return this.#coverOf(sender) !== null;
  }

  getView(sender: WebContents): { readonly picture: CapturedScreen; readonly screenCount: number } {
    const cover = this.#coverOf(sender);
    if (cover === null || this.#selection === null) throw gone();
    return { picture: cover.picture, screenCount: this.#selection.covers.length };
  }

  /** Shows the window; the one where the mouse is gets the keys. */
  show(sender: WebContents): void {
    const cover = this.#coverOf(sender);
    if (cover === null || this.#selection === null) throw gone();
    clearTimeout(this.#selection.patience);
    const { id } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    if (cover.display.id !== id && this.#selection.covers.some(({ display }) => display.id === id)) {
      cover.window.showInactive();
      return;
    }
    cover.window.show();
    cover.window.focus();
  }

  take(sender: WebContents, area: Area): void {
    const cover = this.#coverOf(sender);
    if (cover === null) throw gone();
    this.#end()?.settle(cutOut(cover.picture, area));
  }

  cancel(): void {
    this.#end()?.settle(null);
  }

  focusNext(sender: WebContents): void {
    const covers = this.#selection?.covers ?? [];
    const at = covers.findIndex(({ window }) => window.webContents === sender);
    covers[(at + 1) % covers.length]?.window.focus();
  }

  #coverOf(sender: WebContents): Cover | null {
    return this.#selection?.covers.find(({ window }) => window.webContents === sender) ?? null;
  }

  #cover({ display }: GrabbedDisplay): BrowserWindow {
    const window = openPageWindow('region.html', this.#options, {
      ...display.bounds,
      frame: false,
      hasShadow: false,
      roundedCorners: false,
      resizable: false,
      movable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      enableLargerThanScreen: true,
    });
    // Above panels and docks.
    window.setAlwaysOnTop(true, 'screen-saver');
    // Windows sizes a new window by the main display's scaling; once it is on its own display this is right.
    window.setBounds(display.bounds);
    window.once('closed', () => this.cancel());
    return window;
  }

  #giveUp(): void {
    this.#end()?.fail(new CallError('capture_failed', 'The frozen screen could not be shown.'));
  }

  /** First forgotten, then closed, so that a window's end is not taken for the agent's. */
  #end(): Selection | null {
    const ended = this.#selection;
    this.#selection = null;
    if (ended === null) return null;
    clearTimeout(ended.patience);
    for (const { window } of ended.covers) if (!window.isDestroyed()) window.destroy();
    return ended;
  }
}

function gone(): CallError {
  return new CallError('not_found', 'This selection is over.');
}
