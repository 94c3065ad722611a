import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from './app-path.ts';
import type { LocalStore } from './local-store.ts';
import type { Log } from './log-entry.ts';
import { MIN_HEIGHT, MIN_WIDTH, openingBounds, type WindowPlace } from './window-bounds.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly log: Pick<Log, 'error'>;
}

/** Mantine's body colours, so that a window does not flash before its page is drawn. */
const BACKGROUND = { light: '#ffffff', dark: '#242424' } as const;

/** A page that dies as often within so long will die again; one that dies now and then is worth loading. */
const RELOADS_AFTER_CRASH = 3;
const CRASHES_COUNT_FOR_MS = 60_000;

/** A window that shows one of our pages; it appears when the page is drawn. */
export function openPageWindow(
  page: string,
  options: WindowOptions,
  place: Electron.BrowserWindowConstructorOptions,
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
  reloadAfterCrash(window, options.log);
  void window.loadURL(`${APP_ORIGIN}/${page}`);
  return window;
}

/** The console itself, where and as large as it was. */
export function openConsoleWindow(options: WindowOptions, places: LocalStore<WindowPlace>): BrowserWindow {
  const remembered = places.read();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = openPageWindow('index.html', options, {
    ...openingBounds(remembered, workAreas),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: app.getName(),
  });
  window.once('ready-to-show', () => {
    if (remembered?.isMaximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    places.write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  return window;
}

/** Brings a window to the front for the agent who asked for it. */
export function presentWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** What was typed is kept as drafts, so a page that died can be loaded again; but not for ever. */
function reloadAfterCrash(window: BrowserWindow, log: Pick<Log, 'error'>): void {
  let crashedAt: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    log.error('window process ended', details.reason);
    const now = Date.now();
    crashedAt = [...crashedAt.filter((at) => now - at < CRASHES_COUNT_FOR_MS), now];
    if (crashedAt.length <= RELOADS_AFTER_CRASH) window.webContents.reload();
  });
}
