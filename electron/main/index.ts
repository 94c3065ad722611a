import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, Menu } from 'electron';
import { registerAppScheme } from './app-protocol.ts';
import { backendLaunchAhead } from './backend-launch.ts';
import type { LaunchBackend } from './backend-process.ts';
import { hearOpenedLinks, type OpenedLinks } from './deep-links.ts';
import { openFirstWindow, type Shell } from './first-window.ts';
import { createFileLog } from './log.ts';
import type { Log } from './log-entry.ts';
import { hardenContents, leaveNetwork } from './permissions.ts';
import { type Places, places } from './places.ts';
import { leaveTheProfile, SELF_TEST_SWITCH } from './self-test/own-profile.ts';
import { findStartObstacle } from './start-obstacle.ts';

const builtFolder = dirname(fileURLToPath(import.meta.url));

/**
 * The shell's beginning.
 * Nothing is awaited at the top level: an Electron main that is a module never becomes ready while its evaluation waits.
 */
function main(): void {
  const isSelfTest = app.commandLine.hasSwitch(SELF_TEST_SWITCH);
  if (isSelfTest) leaveTheProfile();
  const found = places(builtFolder);
  // Before anything is opened, and before the lock, which lies in the profile too.
  const obstacle = findStartObstacle(isRelease(found), process.argv, wantedProfile(found));
  if (obstacle !== null) {
    import('./refuse-start.ts').then(({ refuseToStart }) => refuseToStart(obstacle)).catch(endAsFailed);
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // The self-test leaves nothing behind.
  registerAppScheme(!isSelfTest);
  // The launcher says so where the system has no sandbox to offer; insisting would only end the program.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  leaveNetwork(app);
  // The window is there before its own menu, and must not have Electron's, whose keys reload and close it.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  hardenContents(app);
  if (isSelfTest) {
    import('./self-test/self-test.ts').then(({ runSelfTest }) => runSelfTest(found)).catch(endAsFailed);
    return;
  }
  const openedLinks = hearOpenedLinks(app);
  const log = createFileLog(found.log);
  const launchBackend = backendLaunchAhead(found);
  app
    .whenReady()
    .then(() => start(found, log, launchBackend, openedLinks))
    .then(
      () => log.info('started', app.getVersion()),
      (error: unknown) => failToStart(log, error).catch(endAsFailed),
    );
  process.on('uncaughtException', (error) => log.error('uncaught', undefined, error));
  process.on('unhandledRejection', (error) => log.error('uncaught', undefined, error));
}

/** The window first; what else there is in the shell is loaded while its page is. */
async function start(
  found: Places,
  log: Log,
  launchBackend: LaunchBackend,
  openedLinks: OpenedLinks,
): Promise<void> {
  const first = openFirstWindow(found, log, () => shell, openedLinks);
  const shell: Promise<Shell> = first.hasPage
    .then(() => import('./compose.ts'))
    .then(({ compose }) => compose(found, log, launchBackend, first));
  await shell;
}

async function failToStart(log: Log, error: unknown): Promise<void> {
  log.error('start failed', undefined, error);
  const { sayStartFailed } = await import('./refuse-start.ts');
  sayStartFailed();
}

/** Before there are words to say it with. */
function endAsFailed(error: unknown): void {
  process.stderr.write(`${app.getName()}: ${error}\n`);
  app.exit(1);
}

/** Where a folder that was asked for can not be made, Electron takes its standard one, without a word. */
function wantedProfile(found: Places): string {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  return asked === '' ? found.userData : resolve(asked);
}

/** What customers' data is trusted to: packed, on the official Electron. */
function isRelease(found: Places): boolean {
  return app.isPackaged && !existsSync(found.evaluationMark);
}

main();
