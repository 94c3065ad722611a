import { app, powerMonitor } from 'electron';
import type { ConsoleRequests } from './console-requests.ts';
import type { Log } from './log-entry.ts';
import type { Windows } from './windows.ts';

/** Does what the hotkey does, for desktops that let only their own settings have such keys. */
export const SCAN_SWITCH = 'scan';

/** The computer sleeps, or is locked; Electron does not tell the second on Linux, see `listenForAway`. */
export function whenAway(leave: () => void): void {
  powerMonitor.on('suspend', leave);
  powerMonitor.on('lock-screen', leave);
}

/** A second start shows the window that there is; the end waits until the records are closed. */
export function steerLifeCycle(
  windows: Windows,
  scanRequests: ConsoleRequests<'scan'>,
  finish: () => Promise<unknown>,
  log: Log,
): void {
  app.on('second-instance', (_event, argv) => {
    if (argv.includes(`--${SCAN_SWITCH}`)) scanRequests.request('scan');
    else windows.showConsole();
  });
  app.on('activate', () => windows.showConsole());
  app.on('window-all-closed', () => app.quit());

  let hasFinished = false;
  app.on('will-quit', (event) => {
    if (hasFinished) return;
    event.preventDefault();
    log.info('stopping');
    void finish().finally(() => {
      hasFinished = true;
      // Not before this event is over: with nothing to wait for, Electron would take the second asking for the first, and stay.
      setImmediate(() => app.quit());
    });
  });
}
