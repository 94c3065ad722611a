import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from './app-path.ts';
import type { LocalStore } from './local-store.ts';
import type { Log } from './log-entry.ts';
import { keepNormalBounds } from './normal-bounds.ts';
import { onceDrawn } from './once-drawn.ts';
import { MIN_HEIGHT, MIN_WIDTH, openingBounds, type WindowPlace } from './window-bounds.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly log: Pick<Log, 'error'>;
}

/** The grounds of renderer/ui/tokens, so that a window does not flash before its page is drawn. */
const BACKGROUND = { light: '#f6f8f9', dark: '#12181b' } as const;

/** A page that dies as often within so long will die again; one that dies now and then is worth loading. */
const RELOADS_AFTER_CRASH = 3;
const CRASHES_COUNT_FOR_MS = 60_000;

/**
 * A window that shows one of our pages; it appears when the page is drawn.
 *
 * @param giveUp what is done when its process dies again and again; a window that others can do without goes
 */
export function openPageWindow(
  page: string,
  options: WindowOptions,
  place: Electron.BrowserWindowConstructorOptions,
  giveUp: (window: BrowserWindow) => void = (window) => window.destroy(),
): BrowserWindow {
  const window = new BrowserWindow({
    ...place,
    show: false,
    autoHideMenuBar: true,
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Would download dictionaries.
      spellcheck: false,
      devTools: !app.isPackaged,
      // Clocks and the camera go on while another window is in front.
      backgroundThrottling: false,
    },
  });
  reloadAfterCrash(window, options.log, giveUp);
  void window.loadURL(`${APP_ORIGIN}/${page}`);
  return window;
}

/** The console itself, where and as large as it was. */
export function openConsoleWindow(
  options: WindowOptions,
  places: LocalStore<WindowPlace>,
  giveUp: (window: BrowserWindow) => void,
): BrowserWindow {
  const remembered = places.read();
  const place = {
    ...openingBounds(remembered, workAreas()),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: app.getName(),
  };
  const window = openPageWindow('index.html', options, place, giveUp);
  onceDrawn(window, () => {
    if (remembered?.isMaximized === true) window.maximize();
    window.show();
  });
  const normalBounds = keepNormalBounds(window);
  // A page that was loaded anew shows no secret; see `app.setSecretShown`.
  window.webContents.on('did-finish-load', () => window.setContentProtection(false));
  window.on('close', () => {
    try {
      places.write({ bounds: normalBounds(), isMaximized: window.isMaximized() });
    } catch (error) {
      // A full disk does not keep a window open; it only opens where it was before.
      options.log.error('place of the window was not kept', undefined, error);
    }
  });
  return window;
}

/** The parts of the displays that windows can have, the main display's first. */
function workAreas(): readonly Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

/** What was typed is kept as drafts, so a page that died can be loaded again; but not for ever. */
function reloadAfterCrash(
  window: BrowserWindow,
  log: Pick<Log, 'error'>,
  giveUp: (window: BrowserWindow) => void,
): void {
  let crashedAt: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    log.error('window process ended', details.reason);
    const now = Date.now();
    crashedAt = [...crashedAt.filter((at) => now - at < CRASHES_COUNT_FOR_MS), now];
    if (crashedAt.length <= RELOADS_AFTER_CRASH) window.webContents.reload();
    else giveUp(window);
  });
}
