import { app, type BrowserWindow, ipcMain, nativeTheme, session } from 'electron';
import type { Settings } from '../../core/contract/shell-records.ts';
import { LINKS_WAITING_MAX, type LinkRequest } from '../../core/links/deep-link.ts';
import { serveApp } from './app-protocol.ts';
import { languageFor } from './computer-language.ts';
import { ConsoleRequests } from './console-requests.ts';
import { listenForLinks, type OpenedLinks } from './deep-links.ts';
import type { AnswerCall } from './ipc.ts';
import { SCAN_SWITCH, steerLifeCycle } from './life-cycle.ts';
import { type LocalFiles, openLocalFiles } from './local-files.ts';
import type { Log } from './log-entry.ts';
import { hardenSession } from './permissions.ts';
import type { Places } from './places.ts';
import { createSettings, type SettingsService } from './settings.ts';
import type { WindowOptions } from './window.ts';
import { WindowSharing } from './window-sharing.ts';
import { Windows } from './windows.ts';

/** What the rest of the shell gives to what is there before it. */
export interface Shell {
  readonly answerCall: AnswerCall;
  /** The console's process has died too often. */
  readonly leaveLostWindow: (window: BrowserWindow) => void;
  /** Closes the records; the program ends after it. */
  readonly finish: () => Promise<unknown>;
}

/** What the console's window needs to open; the rest of the shell builds on it. */
export interface FirstWindow {
  readonly files: LocalFiles;
  readonly settings: SettingsService;
  readonly windowOptions: WindowOptions;
  readonly windows: Windows;
  readonly windowSharing: WindowSharing;
  readonly scanRequests: ConsoleRequests<'scan'>;
  readonly linkRequests: ConsoleRequests<readonly LinkRequest[]>;
  /** Resolves once the window has its page, or needs none: from then on it loads by itself for a while. */
  readonly hasPage: Promise<void>;
}

/**
 * Opens the console before the rest of the shell has been loaded, so that its page loads meanwhile. Whatever asks for the rest,
 * a call of the page for example, waits for it.
 */
export function openFirstWindow(
  found: Places,
  log: Log,
  shell: () => Promise<Shell>,
  openedLinks: OpenedLinks,
): FirstWindow {
  const windowSharing = new WindowSharing();
  const askerOf = (contents: Electron.WebContents | null) => ({
    isConsole: contents !== null && windows.kindOf(contents) === 'console',
    isWindowChosen: windowSharing.isChosen,
  });
  app.on('session-created', (created) => hardenSession(created, askerOf));
  hardenSession(session.defaultSession, askerOf);
  const pageServed = serveApp(found.pages, () => settings.get().language);
  ipcMain.handle('contract', async (event, message: unknown) => (await shell()).answerCall(event, message));
  const files = openLocalFiles(found.userData, log);
  const settings = createSettings(files.settings, languageFor(app.getLocale()));
  // Also what is painted before the page knows its settings has the right colours.
  nativeTheme.themeSource = themeSourceOf(settings.get().theme);
  settings.onChange((changed) => {
    nativeTheme.themeSource = themeSourceOf(changed.theme);
    windows.broadcast('settings.changed', changed);
  });
  const windowOptions = { preload: found.preload, icon: found.icon, log };
  const windows: Windows = new Windows(windowOptions, files.windowPlace, (lost) => {
    void shell().then(({ leaveLostWindow }) => leaveLostWindow(lost));
  });
  // The console comes to the front once the screens are taken: before, it would lie over what is to be scanned.
  const scanRequests = new ConsoleRequests<'scan'>(windows, () => windows.broadcast('app.scanRequested', {}));
  const linkRequests = new ConsoleRequests<readonly LinkRequest[]>(
    windows,
    (links) => {
      windows.showConsole();
      for (const link of links) windows.broadcast('link.requested', { link });
    },
    // Each may be a call of its own.
    (waiting, next) => [...waiting, ...next].slice(0, LINKS_WAITING_MAX),
  );
  steerLifeCycle(windows, scanRequests, async () => (await shell()).finish(), log);
  // With Chromium's own switch for it, ResetDesk starts unseen; the hotkey or a second start brings up the window.
  if (!app.commandLine.hasSwitch('no-startup-window')) windows.showConsole();
  if (app.commandLine.hasSwitch(SCAN_SWITCH)) scanRequests.request('scan');
  listenForLinks(linkRequests, openedLinks);
  return {
    files,
    settings,
    windowOptions,
    windows,
    windowSharing,
    scanRequests,
    linkRequests,
    hasPage: pageOf(windows.console, pageServed),
  };
}

async function pageOf(window: BrowserWindow | null, pageServed: Promise<void>): Promise<void> {
  if (window === null) return;
  await Promise.race([pageServed, new Promise<void>((resolve) => window.once('closed', () => resolve()))]);
}

/** The high contrast stands on white. */
function themeSourceOf(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'contrast' ? 'light' : theme;
}
