import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OLDEST_MAJOR = 15;
/** Where Debian and Ubuntu have every major version in a folder of its own. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`, or null where there is no PostgreSQL that is new enough. */
export function findPostgres(): string | null {
  if (process.platform !== 'linux') return null;
  return [...debianFolders(), ...pathFolders()].find(isNewEnough) ?? null;
}

/** A program of the PATH or of `sbin`, which is not in everybody's PATH. */
export function findProgram(name: string): string | null {
  return [...pathFolders(), '/usr/sbin'].map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function debianFolders(): readonly string[] {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  return readdirSync(DEBIAN_FOLDER)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((major) => join(DEBIAN_FOLDER, major, 'bin'));
}

function pathFolders(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

function isNewEnough(folder: string): boolean {
  const program = join(folder, 'postgres');
  if (!isProgram(join(folder, 'initdb')) || !isProgram(program)) return false;
  const told = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout;
  return Number(/(\d+)/.exec(told)?.[1]) >= OLDEST_MAJOR;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
