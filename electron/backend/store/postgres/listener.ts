import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionData, showHost } from './connection-data.ts';
import { type Finding, TeamStoreError } from './finding.ts';
import type { Lineage } from './lineage.ts';
import { Link } from './link.ts';
import { openWritable, type WritableLink } from './open-writable.ts';

/** Everybody hears it and anybody can send it, so it carries nothing: it says that reading the feed is worth while. */
const CHANNEL = 'resetdesk_changes';

/** A silent link is never noticed otherwise: whoever only listens sends nothing that could fail. */
const HEARTBEAT_MS = 5_000;
const PROBE_MS = 2_000;

export interface ListenerOptions {
  readonly known: Lineage | null;
  readonly onHint: () => void;
  readonly heartbeatMs?: number;
  readonly probeMs?: number;
}

export interface Listener extends WritableLink {
  close(): Promise<void>;
}

/**
 * A connection that hears of changes; `link.lost` settles when it can not any more, within two heartbeats also where the
 * network drops everything in silence.
 *
 * @throws TeamStoreError when there is no server to write to, or a pooler between that does not pass on what is told
 */
export async function openListener(data: ConnectionData, options: ListenerOptions): Promise<Listener> {
  const { heartbeatMs = HEARTBEAT_MS, probeMs = PROBE_MS } = options;
  const { link, lineage } = await openWritable(data, options.known, { queryMs: heartbeatMs });
  try {
    const finding = await findDeafness(data, link, probeMs);
    if (finding !== null) throw new TeamStoreError([finding]);
    await link.listen(CHANNEL, options.onHint);
  } catch (error) {
    await link.close();
    throw error;
  }
  const stopped = new AbortController();
  void link.lost.then(() => stopped.abort());
  void beat(link, heartbeatMs, stopped.signal);
  return {
    link,
    lineage,
    async close() {
      stopped.abort();
      await link.close();
    },
  };
}

/**
 * Tells the others that something was committed. After the commit: inside the transaction all that commit wait in one row. What
 * was committed stands also where it can not be told; the others find it when they look next.
 */
export async function hint(link: Link): Promise<void> {
  await link.run(`notify ${CHANNEL}`).catch(() => undefined);
}

/**
 * Is what one connection tells heard by another? A pooler in transaction mode lends the server's connection to others between
 * two statements, and whoever listened on it hears nothing.
 */
export async function findDeafness(
  data: ConnectionData,
  listening: Link,
  probeMs = PROBE_MS,
): Promise<Finding | null> {
  const channel = `resetdesk_probe_${randomUUID().replaceAll('-', '')}`;
  let isHeard = false;
  const heard = new AbortController();
  await listening.listen(channel, () => {
    isHeard = true;
    heard.abort();
  });
  // Of another connection: on its own one a pooler delivers at once, before it lends the server's connection on.
  const telling = await Link.open(data, listening.host);
  try {
    await telling.run(`notify ${channel}`);
    await delay(probeMs, undefined, { signal: heard.signal }).catch(() => undefined);
    return isHeard ? null : deafness(showHost(listening.host));
  } finally {
    await telling.close();
    await listening.run(`unlisten ${channel}`).catch(() => undefined);
  }
}

function deafness(at: string): Finding {
  return {
    point: 'pooling',
    seen: `What is told over ${at} is not heard: a pooler in transaction mode stands between.`,
    advice: 'Let ResetDesk connect to PostgreSQL itself, or set `pool_mode = session`.',
  };
}

async function beat(link: Link, everyMs: number, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await delay(everyMs, undefined, { ref: false, signal: stopped }).catch(() => undefined);
    if (stopped.aborted) return;
    await link.run('select 1').catch(() => link.close());
  }
}
