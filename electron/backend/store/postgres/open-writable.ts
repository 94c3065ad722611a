import * as z from 'zod';
import { type ConnectionData, type Host, showHost } from './connection-data.ts';
import { type Finding, TeamStoreError } from './finding.ts';
import { judgeFailure } from './judge-failure.ts';
import { type Lineage, lineageColumns, lineageSchema } from './lineage.ts';
import { Link, type LinkOptions } from './link.ts';

/** What the queries here need: `pg_current_snapshot`, `security_invoker` views, `MERGE`. */
const OLDEST_VERSION = 150_000;

export interface WritableLink {
  readonly link: Link;
  readonly lineage: Lineage;
}

export interface WritableOptions extends LinkOptions {
  /** Refuses while a host is silent: it may be the one that was promoted. */
  readonly needsEveryHost?: boolean;
}

type Tried = WritableLink | { readonly findings: readonly Finding[] };

/**
 * Asks all hosts at once and takes, of those that can be written to, the one with the highest timeline: a former primary that
 * came back can be written to as well, and knows nothing of what was done since.
 *
 * @param known what was last connected to; a lower timeline of the same cluster is refused
 * @throws TeamStoreError what each host said, when none will do
 */
export async function openWritable(
  data: ConnectionData,
  known: Lineage | null,
  { needsEveryHost = false, ...options }: WritableOptions = {},
): Promise<WritableLink> {
  const tried = await Promise.all(data.hosts.map((host) => tryHost(data, host, options)));
  const [best, ...others] = tried
    .filter((one) => 'link' in one)
    .toSorted((a, b) => b.lineage.timeline - a.lineage.timeline);
  await Promise.allSettled(others.map(({ link }) => link.close()));
  const findings = tried.flatMap((one) => ('link' in one ? [] : one.findings));
  if (best === undefined) throw new TeamStoreError(findings);
  const silent = findings.filter(({ point }) => point !== 'writable');
  if (needsEveryHost && silent.length > 0) {
    await best.link.close();
    throw new TeamStoreError([...silent, notAllAnswered]);
  }
  if (known !== null && isFormer(best.lineage, known)) {
    await best.link.close();
    throw new TeamStoreError([formerPrimary(best.link.host)]);
  }
  return best;
}

function isFormer(found: Lineage, known: Lineage): boolean {
  return found.system === known.system && found.timeline < known.timeline;
}

const notAllAnswered: Finding = {
  point: 'writable',
  seen: 'Not every server that was named could be asked whether it has been promoted; nothing was done.',
  advice: 'Bring it back. Leave it out of the command only when it is certain that it was not the primary.',
};

/** Never rejects: one host that fails in whatever way must not keep the others from being taken. */
async function tryHost(data: ConnectionData, host: Host, options: LinkOptions): Promise<Tried> {
  let link: Link | null = null;
  try {
    link = await Link.open(data, host, options);
    const finding = await findUnfit(link);
    if (finding === null) return { link, lineage: await readLineage(link) };
    await link.close();
    return { findings: [finding] };
  } catch (error) {
    await link?.close().catch(() => undefined);
    return { findings: error instanceof TeamStoreError ? error.findings : [failed(error, host)] };
  }
}

function failed(error: unknown, host: Host): Finding {
  const at = showHost(host);
  const detail = error instanceof Error ? error.message : String(error);
  return (
    judgeFailure(error, at) ?? {
      point: 'host',
      seen: `${at} failed while it was asked what it is (${detail}).`,
      advice: 'Check that it is a PostgreSQL server, and look into its log.',
    }
  );
}

async function findUnfit(link: Link): Promise<Finding | null> {
  const [server] = await link.read(
    z.object({ version: z.int(), name: z.string(), is_standby: z.boolean() }),
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
       pg_is_in_recovery() as is_standby`,
  );
  if (server === undefined) return null;
  return judgeServer({ ...server, isStandby: server.is_standby }, showHost(link.host));
}

/** Why a server can not hold the team's records, or null. */
export function judgeServer(
  server: { readonly version: number; readonly name: string; readonly isStandby: boolean },
  at: string,
): Finding | null {
  if (server.version < OLDEST_VERSION)
    return {
      point: 'version',
      seen: `${at} runs PostgreSQL ${server.name}.`,
      advice: 'ResetDesk needs PostgreSQL 15 or later: upgrade the server first.',
    };
  if (server.isStandby)
    return {
      point: 'writable',
      seen: `${at} is a standby: it can only be read.`,
      advice: 'Name the primary among the hosts, or promote this one.',
    };
  return null;
}

async function readLineage(link: Link): Promise<Lineage> {
  const [lineage] = await link.read(lineageSchema, `select ${lineageColumns}`);
  if (lineage === undefined) throw new Error('The server answered without a row.');
  return lineage;
}

function formerPrimary(host: Host): Finding {
  return {
    point: 'writable',
    seen: `${showHost(host)} was the primary once; another server has been promoted since.`,
    advice: 'Write nothing to it: bring the promoted server back, or make this one its standby.',
  };
}
