import { SCHEMA } from '../link.ts';

/** What a member of the team may be. */
export const MEMBER_KINDS = ['agent', 'supervisor', 'auditor'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** The groups of one team; no one logs in as a group. */
export interface Groups extends Readonly<Record<MemberKind, string>> {
  /** Has the tables, so that no administrator's own role does. */
  readonly owner: string;
}

/** Roles are of the whole cluster, so their names begin with the database: an agent of one team is nobody in another's. */
export function groupsOf(database: string): Groups {
  return {
    owner: `${database}_owner`,
    agent: `${database}_agent`,
    supervisor: `${database}_supervisor`,
    auditor: `${database}_auditor`,
  };
}

/** SQL that makes the groups, and the schema that only they can get into. */
export function groupStatements(database: string): readonly string[] {
  const { owner, ...kinds } = groupsOf(database);
  const members = Object.values(kinds).join(', ');
  return [
    ...[owner, ...Object.values(kinds)].map((group) => `create role ${group} nologin`),
    // What an agent may a supervisor may too.
    `grant ${kinds.agent} to ${kinds.supervisor}`,
    `grant ${owner} to current_user`,
    // Nobody else connects, and nobody makes tables, not even temporary ones: they would come before ours.
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to ${members}`,
    'revoke all on schema public from public',
    `create schema ${SCHEMA} authorization ${owner}`,
    `grant usage on schema ${SCHEMA} to ${members}`,
  ];
}
