import { existsSync } from 'node:fs';
import { chmod, cp, lstat, lutimes, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackageOrder } from './package-order.ts';

const FOLDER_MODE = 0o755;
const PROGRAM_MODE = 0o755;
const FILE_MODE = 0o644;

/** Lays the files of a package out below `root` as they will lie on the computer. */
export async function layOutPackage(order: PackageOrder, root: string): Promise<void> {
  for (const { from, to } of order.contents) {
    const target = join(root, to);
    await mkdir(dirname(target), { recursive: true });
    await cp(from, target, { recursive: true, verbatimSymlinks: true });
    if (to.endsWith('.desktop')) await takeLinksOnly(target);
  }
}

/** electron-builder has every program open files; ResetDesk opens none that a file manager hands to it, but one link at a time. */
async function takeLinksOnly(desktopFile: string): Promise<void> {
  const text = await readFile(desktopFile, 'utf8');
  await writeFile(desktopFile, text.replaceAll(/^(Exec=.*?) %U$/gm, '$1 %u'));
}

/**
 * Gives every file the same date and the rights of an installed program, whatever the building computer's were.
 * Answers the bytes of all files.
 */
export async function settleTree(root: string, epochSeconds: number): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) {
      bytes += await settleTree(path, epochSeconds);
    } else if (entry.isSymbolicLink()) {
      await lutimes(path, epochSeconds, epochSeconds);
    } else {
      const { mode, size } = await lstat(path);
      await chmod(path, (mode & 0o100) === 0 ? FILE_MODE : PROGRAM_MODE);
      await lutimes(path, epochSeconds, epochSeconds);
      bytes += size;
    }
  }
  await chmod(root, FOLDER_MODE);
  await lutimes(root, epochSeconds, epochSeconds);
  return bytes;
}

/** Every file below `root`, relative, sorted, folders with a `/` at the end. */
export async function listTree(root: string, below = ''): Promise<readonly string[]> {
  if (!existsSync(join(root, below))) return [];
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => {
        const path = join(below, entry.name);
        return entry.isDirectory() ? [`${path}/`, ...(await listTree(root, path))] : [path];
      }),
  );
  return lists.flat();
}
