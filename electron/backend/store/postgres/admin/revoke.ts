import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { ConnectionData } from '../connection-data.ts';
import { refusal } from '../finding.ts';
import type { Link } from '../link.ts';
import { hint } from '../listener.ts';
import { groupsOf, MEMBER_KINDS } from '../schema/groups.ts';
import { onPrimary } from './on-primary.ts';

const POLL_MS = 50;

/**
 * Ends a member's access at once: what they do next is refused, and their open sessions are ended. The role stays, without a
 * password, so that nobody else gets the name.
 *
 * @returns how many sessions were ended
 * @throws TeamStoreError when there is no such member
 */
export async function revoke(data: ConnectionData, role: string): Promise<number> {
  const groups = groupsOf(data.database);
  return await onPrimary(data, async (link) => {
    await link.transact(async () => {
      await link.run(`set local role ${groups.owner}`);
      const revoked = await link.run(
        'update members set revoked_at = $2 where id = $1 and revoked_at is null',
        [role, Date.now()],
      );
      if (revoked === 0)
        throw refusal('role', 'There is no such member, or no longer.', 'Check how the role is spelled.');
      await link.run('reset role');
      await link.run(`alter role ${role} nologin password null`);
      await link.run(`revoke ${MEMBER_KINDS.map((kind) => groups[kind]).join(', ')} from ${role}`);
    });
    const ended = await endSessions(link, role);
    await hint(link);
    return ended;
  });
}

/** Until none is left: one may just have been let in. */
async function endSessions(link: Link, role: string): Promise<number> {
  const ended = await endOpen(link, role);
  for (let left = ended; left > 0; left = await endOpen(link, role)) await delay(POLL_MS);
  return ended;
}

async function endOpen(link: Link, role: string): Promise<number> {
  const [sessions] = await link.read(
    z.object({ n: z.int() }),
    'select count(pg_terminate_backend(pid)) as n from pg_stat_activity where usename = $1',
    [role],
  );
  return sessions?.n ?? 0;
}
