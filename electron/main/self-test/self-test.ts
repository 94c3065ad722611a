import { existsSync } from 'node:fs';
import { app, session } from 'electron';
import { serveApp } from '../app-protocol.ts';
import { backendLaunch } from '../backend-launch.ts';
import { hardenSession } from '../permissions.ts';
import type { Places } from '../places.ts';
import { checkRecords } from './check-backend.ts';
import { checkUtilityProcess } from './check-process.ts';
import { checkReader, checkScreen } from './check-windows.ts';
import { runChecks, type SelfCheck } from './run-checks.ts';

/** Says one line a check and ends the program: 0 when all that this computer has works, else 1. */
export async function runSelfTest(found: Places): Promise<void> {
  await app.whenReady();
  const nobody = { isConsole: false, isWindowChosen: false };
  hardenSession(session.defaultSession, () => nobody);
  // A page that is missing shows in the check of the reader.
  serveApp(found.pages, () => 'en').catch(() => undefined);
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
