import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The part of a bundler's plugin that is used. */
interface BundlePlugin {
  readonly name: string;
  generateBundle(options: unknown, bundle: Readonly<Record<string, BundledFile>>): void;
}

interface BundledFile {
  /** Modules of a chunk, absolute. */
  readonly moduleIds?: readonly string[];
  /** Sources of an asset, relative to the project. */
  readonly originalFileNames?: readonly string[];
}

/**
 * Notes which packages a bundle took something from, so that the notices and the list of parts say what really ships.
 *
 * @param folder the notes lie there, one file a build
 */
export function notesBundledPackages(folder: string, build: string): BundlePlugin {
  const found = new Set<string>();
  return {
    name: 'resetdesk:bundled-packages',
    generateBundle(_options, bundle) {
      for (const { moduleIds = [], originalFileNames = [] } of Object.values(bundle)) {
        for (const path of [...moduleIds, ...originalFileNames]) {
          const packageFolder = packageFolderOf(path);
          if (packageFolder !== null) found.add(packageFolder);
        }
      }
      // Not when the bundle is written: a worker's is part of a window's, and written with it.
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${build}.json`), JSON.stringify([...found].sort()));
    },
  };
}

/** Folders of packages as the lockfile names them, `node_modules/zod` for example, of all builds, sorted. */
export function readBundledPackages(folder: string): readonly string[] {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return [...new Set(all)].sort();
}

/** The package that a module belongs to; null for one of ours. */
export function packageFolderOf(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/');
  return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}
