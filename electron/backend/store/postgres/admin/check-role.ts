import * as z from 'zod';
import type { Finding } from '../finding.ts';
import type { Link } from '../link.ts';
import { groupsOf, MEMBER_KINDS } from '../schema/groups.ts';

const ADVICE =
  'Use a superuser, or: `create role NAME login createrole in role pg_signal_backend` as owner of the database.';

/** What an administrator's role may not, and would need to. */
export async function findLackingRights(link: Link, database: string): Promise<readonly Finding[]> {
  const [rights] = await link.read(
    z.object({
      makes_roles: z.boolean(),
      owns_database: z.boolean(),
      ends_sessions: z.boolean(),
      owns_tables: z.boolean(),
    }),
    `select r.rolsuper or r.rolcreaterole as makes_roles,
       r.rolsuper or pg_has_role(d.datdba, 'usage') as owns_database,
       r.rolsuper or pg_has_role('pg_signal_backend', 'usage') as ends_sessions,
       coalesce((select pg_has_role(o.oid, 'usage') from pg_roles o where o.rolname = $1), true) as owns_tables
     from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
    [groupsOf(database).owner],
  );
  const lacking = [
    rights?.makes_roles !== true && 'may not make roles',
    rights?.owns_database !== true && 'does not own the database',
    rights?.ends_sessions !== true && 'may not end the sessions of others',
    rights?.owns_tables !== true && `is not in the group ${groupsOf(database).owner}, which has the tables`,
  ].filter((one) => one !== false);
  return lacking.map((lack) => ({ point: 'role', seen: `This role ${lack}.`, advice: ADVICE }));
}

/** Attributes and memberships that would let an agent past what the tables allow. */
const TOO_MUCH = [
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
  'pg_signal_backend',
];

/** What is wrong with a role as that of a member. */
export async function findUnfitMember(link: Link, database: string): Promise<readonly Finding[]> {
  const groups = groupsOf(database);
  const [role] = await link.read(
    z.object({ is_member: z.boolean(), is_mighty: z.boolean() }),
    `select coalesce(bool_or(g.rolname = any($1)), false) as is_member,
       coalesce(bool_or(g.rolname = any($2)), false)
         or bool_or(r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls) as is_mighty
     from pg_roles r left join pg_roles g on pg_has_role(r.oid, g.oid, 'member')
     where r.rolname = session_user`,
    [MEMBER_KINDS.map((kind) => groups[kind]), [groups.owner, ...TOO_MUCH]],
  );
  const findings: Finding[] = [];
  if (role?.is_member !== true)
    findings.push({
      point: 'role',
      seen: 'This role is not a member of the team.',
      advice: 'Invite the person: `npm run team -- invite`.',
    });
  if (role?.is_mighty === true)
    findings.push({
      point: 'role',
      seen: 'This role may more than the team lets an agent do.',
      advice: 'Take its attributes and memberships away, all but the one of its group.',
    });
  return findings;
}
