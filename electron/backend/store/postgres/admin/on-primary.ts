import type { ConnectionData } from '../connection-data.ts';
import type { Link } from '../link.ts';
import { openWritable, type WritableLink } from '../open-writable.ts';

/** Reads something on the primary, and disconnects. */
export async function onPrimary<Result>(
  data: ConnectionData,
  work: (link: Link) => Promise<Result>,
): Promise<Result> {
  return await onLink(await openWritable(data, null), work);
}

/**
 * Writes something as an administrator, which must not be done on a former primary.
 *
 * @throws TeamStoreError also when a host could not be asked whether it is the primary
 */
export async function writeOnPrimary<Result>(
  data: ConnectionData,
  work: (link: Link) => Promise<Result>,
): Promise<Result> {
  return await onLink(await openWritable(data, null, { needsEveryHost: true }), work);
}

async function onLink<Result>(
  { link }: WritableLink,
  work: (link: Link) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(link);
  } finally {
    await link.close();
  }
}
