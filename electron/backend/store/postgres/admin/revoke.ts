import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { ConnectionData } from '../connection-data.ts';
import { refusal, type TeamStoreError } from '../finding.ts';
import type { Link } from '../link.ts';
import { hint } from '../listener.ts';
import { groupsOf, MEMBER_KINDS } from '../schema/groups.ts';
import { writeOnPrimary } from './on-primary.ts';

const POLL_MS = 50;
/** A server that is well ends a session within milliseconds. */
const SESSIONS_MS = 10_000;

/**
 * Ends a member's access at once: what they do next is refused, and their open sessions are ended. The role stays, without a
 * password, so that nobody else gets the name.
 *
 * @param sessionsMs how long their sessions may take to end
 * @returns how many sessions were ended
 * @throws TeamStoreError when there is no such member, or sessions of theirs do not end
 */
export async function revoke(data: ConnectionData, role: string, sessionsMs = SESSIONS_MS): Promise<number> {
  const groups = groupsOf(data.database);
  return await writeOnPrimary(data, async (link) => {
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
    await hint(link);
    return await endSessions(link, role, sessionsMs);
  });
}

/** Until none is left twice: one that was just let in is not to be seen at first. */
async function endSessions(link: Link, role: string, withinMs: number): Promise<number> {
  const until = performance.now() + withinMs;
  const ended = await endOpen(link, role);
  for (let left = ended, looksAtNone = left === 0 ? 1 : 0; looksAtNone < 2; ) {
    if (performance.now() > until) throw notEnded(role, left);
    await delay(POLL_MS);
    left = await endOpen(link, role);
    looksAtNone = left === 0 ? looksAtNone + 1 : 0;
  }
  return ended;
}

function notEnded(role: string, left: number): TeamStoreError {
  return refusal(
    'role',
    `${role} can not log in any more and may do nothing, but sessions of theirs do not end: ${left}.`,
    'Look into `pg_stat_activity`, and restart the server if they stay.',
  );
}

async function endOpen(link: Link, role: string): Promise<number> {
  const [sessions] = await link.read(
    z.object({ n: z.int() }),
    'select count(pg_terminate_backend(pid)) as n from pg_stat_activity where usename = $1',
    [role],
  );
  return sessions?.n ?? 0;
}
