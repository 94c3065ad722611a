import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone: the folder of package.json, absolute, without a slash at the end. */
export const repositoryFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Where large downloads are kept, outside the clone, shared by all clones of this user. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  // The XDG base directory specification says that a relative path is to be ignored.
  const root = base?.startsWith('/') === true ? base : join(homedir(), '.cache');
  return join(root, 'resetdesk');
}

/** A tool that `npm ci` installed, for example `tool('tsc')`. */
export function tool(name: string): string {
  return join(repositoryFolder, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}
