import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FEED_FILE, type FeedPackage } from '../../../core/update/feed.ts';
import { type Patience, readAtPlace } from './feed-place.ts';
import { Refused } from './refused.ts';

/** A feed names a few packages; anything larger is none. */
const MOST_FEED_BYTES = 64_000;

export const PATIENCE: Patience = { quietMs: 15_000, wholeMs: 20 * 60_000 };

/** @throws Refused */
export async function fetchFeed(place: string, patience: Patience): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of readAtPlace(place, FEED_FILE, patience)) {
    bytes += part.length;
    if (bytes > MOST_FEED_BYTES) throw new Refused('tooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * Fetches a package into `folder`, which holds nothing else afterwards. It gets its name only once it is what the feed says.
 *
 * @throws Refused; nothing of it stays then
 */
export async function fetchPackage(
  place: string,
  { name, bytes, sha256 }: FeedPackage,
  folder: string,
  options: { readonly patience: Patience; readonly onProgress: (done: number) => void },
): Promise<string> {
  const part = join(folder, 'update.part');
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(part, 'wx', 0o600);
    const hash = createHash('sha256');
    let done = 0;
    try {
      for await (const some of readAtPlace(place, name, options.patience)) {
        done += some.length;
        if (done > bytes) throw new Refused('tooLarge');
        hash.update(some);
        await handle.writeFile(some);
        options.onProgress(done);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (done < bytes) throw new Refused('cut');
    if (hash.digest('hex') !== sha256) throw new Refused('wrongHash');
    const file = join(folder, name);
    await rename(part, file);
    return file;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error instanceof Refused ? error : new Refused('notWritten');
  }
}
