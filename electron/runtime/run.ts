import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { repositoryFolder } from './places.ts';

export interface RunOptions {
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The environment for a child: this one's, with our tools (and so Node 24) first on the path. */
function childEnv(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const bin = join(repositoryFolder, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, ...added };
}

/** Resolves to the exit code; 127 if the program could not be started, 128 if a signal ended it. */
function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 128));
  });
}

/** Runs a program whose output the person sees. Answers its exit code, never throws for a failing program. */
export function runShown(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number> {
  const child = spawn(command, args, {
    cwd: repositoryFolder,
    env: childEnv(options.env),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return exitCodeOf(child);
}

export interface Captured {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a short program and keeps its output. */
export async function runCaptured(
  command: string,
  args: readonly string[],
  { env = {}, cwd = repositoryFolder }: RunOptions & { readonly cwd?: string } = {},
): Promise<Captured> {
  const child = spawn(command, args, {
    cwd,
    env: { ...childEnv(env), LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  return { exitCode: await exitCodeOf(child), ...output };
}

export interface WatchedRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that grows while the program downloads. */
  readonly folder: string;
  /** The program is ended when the folder has not grown for so long. */
  readonly stallMs: number;
  readonly onBytes: (bytes: number) => void;
}

/** How often the growing folder is measured: often enough for a smooth bar, rare enough to cost nothing. */
const POLL_MS = 400;

/** Runs a downloading program, telling how far it is by the size of its folder. Answers its exit code. */
export async function runWatched(run: WatchedRun): Promise<{ exitCode: number; isStalled: boolean }> {
  const child = spawn(run.command, run.args, {
    cwd: run.folder,
    env: childEnv(run.env),
    stdio: 'ignore',
  });
  let largest = 0;
  let grewAt = Date.now();
  let isStalled = false;
  const poll = setInterval(async () => {
    const bytes = await folderSize(run.folder);
    if (bytes > largest) {
      largest = bytes;
      grewAt = Date.now();
      run.onBytes(bytes);
    } else if (Date.now() - grewAt > run.stallMs) {
      isStalled = true;
      child.kill('SIGKILL');
    }
  }, POLL_MS);
  try {
    return { exitCode: await exitCodeOf(child), isStalled };
  } finally {
    clearInterval(poll);
  }
}

/** Bytes of all files below a folder. Files that vanish while counting count as nothing. */
export async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          (found) => found.size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
