import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** What Electron reads of the app at `resources/app`; linking the whole clone would make a circle of folders. */
const APP_PARTS = ['package.json', 'out', 'assets'] as const;

/**
 * A runtime without `default_app.asar` loads the app from its own `resources/app`, found through the real path of the
 * executable. So each clone gets its own folder of hard links to the one runtime in the cache (no space taken; copies
 * where the cache is on another disk), and `resources/app` points to the clone. Answers that folder.
 */
export async function linkRuntime(runtime: string, appFolder: string): Promise<string> {
  const linked = join(appFolder, '.cache', 'runtime', basename(runtime));
  if (existsSync(linked)) return linked;

  const home = dirname(linked);
  await mkdir(home, { recursive: true });
  const partial = await mkdtemp(join(home, 'partial-'));
  try {
    await linkTree(runtime, partial);
    const app = join(partial, 'resources', 'app');
    await mkdir(app, { recursive: true });
    for (const part of APP_PARTS) await symlink(join(relative(app, appFolder), part), join(app, part));
    await rename(partial, linked).catch((error: unknown) => {
      if (!existsSync(linked)) throw error;
    });
    return linked;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Hard links where both are on one disk, copies elsewhere. `to` is there already. */
export async function linkTree(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(target, { recursive: true });
      await linkTree(source, target);
    } else {
      await link(source, target).catch(() => copyFile(source, target));
    }
  }
}
