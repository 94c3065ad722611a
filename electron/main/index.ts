import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { registerAppScheme } from './app-protocol.ts';
import { backendLaunchAhead } from './backend-launch.ts';
import type { LaunchBackend } from './backend-process.ts';
import { compose } from './compose.ts';
import { createFileLog } from './log.ts';
import type { Log } from './log-entry.ts';
import { hardenContents, leaveNetwork } from './permissions.ts';
import { type Places, places } from './places.ts';
import { leaveTheProfile, runSelfTest, SELF_TEST_SWITCH } from './self-test/self-test.ts';
import { findStartObstacle, refuseToStart } from './start-obstacle.ts';
import { languageFor, shellTexts } from './texts.ts';

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
    void refuseToStart(obstacle);
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
  hardenContents(app);
  if (isSelfTest) {
    void runSelfTest(found);
    return;
  }
  const log = createFileLog(found.log);
  const launchBackend = backendLaunchAhead(found);
  app.whenReady().then(
    () => start(found, log, launchBackend),
    (error: unknown) => failToStart(log, error),
  );
  process.on('uncaughtException', (error) => log.error('uncaught', undefined, error));
  process.on('unhandledRejection', (error) => log.error('uncaught', undefined, error));
}

function start(found: Places, log: Log, launchBackend: LaunchBackend): void {
  try {
    compose(found, log, launchBackend);
    log.info('started', app.getVersion());
  } catch (error) {
    failToStart(log, error);
  }
}

function failToStart(log: Log, error: unknown): void {
  log.error('start failed', undefined, error);
  dialog.showErrorBox(app.getName(), shellTexts(languageFor(app.getLocale())).startFailed);
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
