import { initStore } from '../../store/postgres/admin/init-store.ts';
import { invite } from '../../store/postgres/admin/invite.ts';
import { onPrimary } from '../../store/postgres/admin/on-primary.ts';
import type { ConnectionData } from '../../store/postgres/connection-data.ts';
import { openEnrolment, sealNewTeamKey } from '../../store/postgres/enrolment/enrolment.ts';
import type { Sealed } from '../../store/postgres/enrolment/sealed-file.ts';
import type { MemberKind } from '../../store/postgres/schema/groups.ts';
import type { TestCluster } from './cluster.ts';

/** Any 32 bytes: what the team's key seals is not looked into here. */
const TEAM_KEY = Buffer.alloc(32, 7).toString('base64');

const nothing = async () => undefined;

/** A team in a database of its own, made as its administrator makes it. */
export async function makeTeam(cluster: TestCluster, database: string): Promise<ConnectionData> {
  await onPrimary(cluster.dataFor('postgres'), (link) => link.run(`create database ${database}`));
  const administrator = cluster.dataFor(database);
  await initStore(administrator, await sealNewTeamKey(), { keep: nothing, discard: nothing });
  return administrator;
}

/** Invites somebody, and answers what their console connects with. */
export async function inviteTo(
  administrator: ConnectionData,
  role: string,
  kind: MemberKind = 'agent',
): Promise<ConnectionData> {
  let sealed: Sealed = { content: '', passphrase: '' };
  const invitation = { role, name: role, kind, teamKey: TEAM_KEY };
  await invite(administrator, invitation, {
    async keep(given) {
      sealed = given;
    },
    discard: nothing,
  });
  return (await openEnrolment(sealed.content, sealed.passphrase)).connection;
}
