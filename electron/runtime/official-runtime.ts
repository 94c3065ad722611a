import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { cacheFolder } from './places.ts';
import { createProgress } from './progress.ts';
import { runWatched } from './run.ts';

/** A network that refuses GitHub often does so by silence; longer than a slow connection takes to begin. */
const STALL_MS = 20_000;

/** How long a failed download is not tried again, so that each start does not wait for a network that refuses it. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** Size of the archive, for the progress bar only; it differs by a few MB between platforms and releases. */
const ARCHIVE_BYTES = 125_000_000;

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Where the `electron` package keeps what it downloads. */
export const officialDistFolder = join(packageFolder, 'dist');

/** The executable inside a distribution folder of Electron. */
export function executableIn(distFolder: string): string {
  if (process.platform === 'darwin') return join(distFolder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distFolder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/** The executable of the `electron` package, or null while it has not been downloaded completely. */
export function installedOfficialRuntime(): string | null {
  const executable = executableIn(officialDistFolder);
  // The installer writes this file last.
  return existsSync(join(packageFolder, 'path.txt')) && existsSync(executable) ? executable : null;
}

/** Downloads Electron with its package's own installer. Null when that is not possible on this network. */
export async function downloadOfficialRuntime(): Promise<string | null> {
  const version = await pinnedVersion();
  const failureMark = join(cacheFolder(), `electron-${version}.unreachable`);
  if (await isRecent(failureMark)) return null;

  console.log(`Downloading Electron ${version} from GitHub (once).`);
  await mkdir(cacheFolder(), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder(), 'electron-download-'));
  const progress = createProgress(process.stdout, ARCHIVE_BYTES);
  try {
    const { exitCode, isStalled } = await runWatched({
      command: process.execPath,
      args: [join(packageFolder, 'install.js')],
      // The installer downloads into the temporary folder, which therefore shows how far it is.
      env: { TMPDIR: folder },
      folder,
      stallMs: STALL_MS,
      onBytes: progress.update,
    });
    const executable = exitCode === 0 ? installedOfficialRuntime() : null;
    progress.finish(executable !== null);
    if (executable !== null) return executable;
    console.log(isStalled ? 'GitHub does not answer.' : 'GitHub can not be reached.');
    await writeFile(failureMark, '');
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the `electron` package. */
export async function pinnedVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

async function isRecent(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < RETRY_AFTER_MS;
}
