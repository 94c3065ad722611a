import type { ConnectionData } from '../connection-data.ts';
import type { Sealed } from '../enrolment/sealed-file.ts';
import { refusal, TeamStoreError } from '../finding.ts';
import { groupStatements, groupsOf } from '../schema/groups.ts';
import { migrate, readSchemaVersion, versionTable } from '../schema/migrations.ts';
import { findLackingRights } from './check-role.ts';
import type { Keeping } from './invite.ts';
import { writeOnPrimary } from './on-primary.ts';

/**
 * Makes the groups, the schema and its tables in an empty database; all of it or nothing.
 *
 * @param sealed the team's key, for `keeping`, which may still refuse
 * @throws TeamStoreError when there is one already, or the role may not
 */
export async function initStore(data: ConnectionData, sealed: Sealed, keeping: Keeping): Promise<void> {
  await writeOnPrimary(data, async (link) => {
    const lacking = await findLackingRights(link, data.database);
    if (lacking.length > 0) throw new TeamStoreError(lacking);
    if ((await readSchemaVersion(link)) !== null)
      throw refusal(
        'schema',
        'This database has a team already.',
        'To bring it up to date: `npm run team -- upgrade`.',
      );
    await link.transact(async () => {
      for (const statement of groupStatements(data.database)) await link.run(statement);
      const groups = groupsOf(data.database);
      await link.run(`set local role ${groups.owner}`);
      await link.run(versionTable(groups));
      await migrate(link, data.database);
      await keeping.keep(sealed);
    }, keeping.discard);
  });
}

/**
 * Brings the schema to what this ResetDesk knows, while others read and write.
 *
 * @returns the versions that it went through
 * @throws TeamStoreError when there is none, it is newer, or somebody holds a table
 */
export async function upgradeStore(data: ConnectionData): Promise<readonly number[]> {
  return await writeOnPrimary(data, async (link) => {
    if ((await readSchemaVersion(link)) === null)
      throw refusal('schema', 'There is no team in this database.', 'Make one: `npm run team -- init`.');
    return await link.transact(() => migrate(link, data.database));
  });
}
