import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** PostgreSQL refuses to run as root; its Debian package brings a user. */
const USER = 'postgres';

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as: this user, or for root the package's one. */
export function serverIdentity(): Identity {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  return uid === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : { uid, gid };
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
}

/** Runs a program of the server to its end. */
export function runAsServer(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void {
  execFileSync(program, args, {
    ...serverIdentity(),
    env: { ...serverEnvironment(), ...env },
    stdio: 'pipe',
  });
}

/**
 * Starts a program that ends with this one, however this one ends.
 *
 * @param log the file that takes what it says
 */
export function startAsServer(program: string, args: readonly string[], log: string): ChildProcess {
  const { uid, gid } = serverIdentity();
  const identity = process.getuid?.() === 0 ? [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'] : [];
  // SIGINT has PostgreSQL end at once and in order; at SIGTERM it would wait for its clients.
  const said = openSync(log, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'INT', ...identity, program, ...args], {
    env: serverEnvironment(),
    stdio: ['ignore', said, said],
  });
  closeSync(said);
  return child;
}

/** Nothing of ours: `PGPORT` and its like would be taken for settings. */
function serverEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' };
}
