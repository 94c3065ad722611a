import type Database from 'better-sqlite3-multiple-ciphers';
import { storeFailed } from '../../../../core/contract/errors.ts';
import { loadEngine } from './engine.ts';

export type Connection = Database;

/** How long another program may hold the file, for example a copy being made. */
export const busyTimeoutMs = 5000;

/**
 * Opens the file with the key. The addon is loaded here, at the last moment, so that the backend also starts on a Node
 * that can not load it. Nothing is read yet: a wrong key shows with the first read.
 */
export async function connect(
  file: string,
  keyHex: string,
  mode: { readonly mustExist: boolean },
): Promise<Connection> {
  const BetterSqlite = await loadEngine();
  const connection = new BetterSqlite(file, { fileMustExist: mode.mustExist, timeout: busyTimeoutMs });
  try {
    connection.pragma(`cipher = 'sqlcipher'`);
    connection.pragma('legacy = 4');
    connection.pragma(`key = "x'${keyHex}'"`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Every setting is read back: a build that does not know one would ignore it silently. */
const settings: readonly (readonly [name: string, value: string, expected: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  // An acknowledged change survives a power cut; this build's default is NORMAL.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // Sorting must not spill plain rows into a temporary file.
  ['temp_store', 'MEMORY', 2],
  // A purged payload is overwritten, not just unlinked.
  ['secure_delete', 'ON', 1],
  // The log is written into the main file by `WriteAheadLog`, which notes it.
  ['wal_autocheckpoint', '0', 0],
];

export function configure(connection: Connection): void {
  for (const [name, value, expected] of settings) {
    connection.pragma(`${name} = ${value}`);
    if (connection.pragma(name, { simple: true }) !== expected)
      throw storeFailed('unknown', `The database engine did not accept ${name}.`);
  }
}
