import { type ConnectionData, type Host, showHost } from '../connection-data.ts';
import { type Finding, TeamStoreError } from '../finding.ts';
import { findDeafness } from '../listener.ts';
import { openWritable } from '../open-writable.ts';
import { findLackingRights, findUnfitMember } from './check-role.ts';
import { findUnfitSchema } from './check-schema.ts';
import { onPrimary } from './on-primary.ts';

type Tried = { readonly host: Host; readonly timeline: number } | { readonly findings: readonly Finding[] };

/** Whose connection it is: who administers the team needs other rights than who is in it. */
export type CheckedAs = 'administrator' | 'member';

/** All that is not as it must be, each with what to do; empty when ResetDesk can work with this store. */
export async function checkStore(data: ConnectionData, as: CheckedAs): Promise<readonly Finding[]> {
  const tried = await Promise.all(data.hosts.map((host) => tryHost(data, host)));
  const unfit = tried.flatMap((one) => ('findings' in one ? one.findings : []));
  const writable = tried.filter((one) => 'timeline' in one);
  if (writable.length === 0) return unfit;
  return [
    // Beside a primary a standby is as it should be.
    ...unfit.filter(({ point }) => point !== 'writable'),
    ...findFormer(writable),
    ...(await checkPrimary(data, as)),
  ];
}

async function tryHost(data: ConnectionData, host: Host): Promise<Tried> {
  try {
    const { link, lineage } = await openWritable({ ...data, hosts: [host] }, null);
    await link.close();
    return { host, timeline: lineage.timeline };
  } catch (error) {
    if (error instanceof TeamStoreError) return { findings: error.findings };
    throw error;
  }
}

function findFormer(writable: readonly { readonly host: Host; readonly timeline: number }[]): Finding[] {
  const newest = Math.max(...writable.map(({ timeline }) => timeline));
  return writable
    .filter(({ timeline }) => timeline < newest)
    .map(({ host }) => ({
      point: 'writable',
      seen: `${showHost(host)} can be written to, and another server has been promoted since.`,
      advice: 'Stop it, and make it a standby of the promoted one: what is written to it is lost.',
    }));
}

async function checkPrimary(data: ConnectionData, as: CheckedAs): Promise<readonly Finding[]> {
  return await onPrimary(data, async (link) => {
    const deafness = await findDeafness(data, link);
    const rights = as === 'member' ? findUnfitMember : findLackingRights;
    const role = await rights(link, data.database);
    // Whoever may not look into the schema can not say what is wrong with it.
    const schema = role.length === 0 ? await findUnfitSchema(link) : null;
    return [...role, ...[schema, deafness].filter((one) => one !== null)];
  });
}
