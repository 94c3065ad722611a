import type { Finding } from '../finding.ts';
import type { Link } from '../link.ts';
import { NEWEST_SCHEMA, readSchemaVersion } from '../schema/migrations.ts';

/** What is wrong with the schema for this program, or null. */
export async function findUnfitSchema(link: Link): Promise<Finding | null> {
  const version = await readSchemaVersion(link);
  if (version === null)
    return {
      point: 'schema',
      seen: 'There is no team in this database.',
      advice: 'Check the name of the database, or make one: `npm run team -- init`.',
    };
  if (version === NEWEST_SCHEMA) return null;
  return {
    point: 'schema',
    seen: `The schema has version ${version}; this ResetDesk knows ${NEWEST_SCHEMA}.`,
    advice:
      version < NEWEST_SCHEMA
        ? 'Bring it up to date: `npm run team -- upgrade`.'
        : 'Use the newer ResetDesk.',
  };
}
