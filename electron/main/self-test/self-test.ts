import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import { serveApp } from '../app-protocol.ts';
import { backendLaunch } from '../backend-launch.ts';
import { hardenSession } from '../permissions.ts';
import type { Places } from '../places.ts';
import { checkRecords } from './check-backend.ts';
import { checkUtilityProcess } from './check-process.ts';
import { checkReader, checkScreen } from './check-windows.ts';
import { runChecks, type SelfCheck } from './run-checks.ts';

/** `resetdesk --self-test` shows on this computer, with this package, what has to work; it touches no records. */
export const SELF_TEST_SWITCH = 'self-test';

/** A profile of its own, so that it runs beside a desk and without its records; before the profile is asked for. */
export function leaveTheProfile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'resetdesk-self-test-'));
  app.setPath('userData', folder);
  // At the very end: Chromium writes until then.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** Says one line a check and ends the program: 0 when all that this computer has works, else 1. */
export async function runSelfTest(found: Places): Promise<void> {
  await app.whenReady();
  const nobody = { isConsole: false, isWindowChosen: false };
  hardenSession(session.defaultSession, () => nobody);
  serveApp(found.pages, () => 'en');
  // The reader's window is the only one; the checks go on without it.
  app.on('window-all-closed', () => undefined);
  say(heading(found));
  const isGood = await runChecks(checks(found), say);
  app.exit(isGood ? 0 : 1);
}

function checks(found: Places): readonly SelfCheck[] {
  const log = { error: (happening: string) => void process.stderr.write(`${happening}\n`) };
  const folder = found.userData;
  const window = { preload: found.preload, icon: found.icon, log };
  return [
    { name: 'records', run: () => checkRecords(backendLaunch(found), folder) },
    { name: 'utility process', run: () => checkUtilityProcess(found.probe, folder) },
    { name: 'reader', run: () => checkReader(window) },
    { name: 'screen', run: checkScreen },
  ];
}

function heading(found: Places): string {
  const runtime = existsSync(found.evaluationMark) ? 'trial runtime' : 'release runtime';
  const { electron, chrome, node } = process.versions;
  return `ResetDesk ${app.getVersion()}, ${process.platform} ${process.arch}, Electron ${electron} (${runtime}), Chromium ${chrome}, Node ${node}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
