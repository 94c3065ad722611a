import type { ConnectionData } from '../connection-data.ts';
import type { Link } from '../link.ts';
import { openWritable } from '../open-writable.ts';

/** Does something on the primary, and disconnects. */
export async function onPrimary<Result>(
  data: ConnectionData,
  work: (link: Link) => Promise<Result>,
): Promise<Result> {
  const { link } = await openWritable(data, null);
  try {
    return await work(link);
  } finally {
    await link.close();
  }
}
