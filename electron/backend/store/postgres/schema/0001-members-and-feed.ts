import { feedTrigger } from './feed-trigger.ts';
import type { Groups } from './groups.ts';

/** Who is in the team, and what has changed. Both are read by all and written by the database itself and its administrators. */
export function membersAndFeed({ agent, supervisor, auditor }: Groups): string {
  return `
    create table members (
      id text primary key,
      name text not null,
      kind text not null check (kind in ('agent', 'supervisor', 'auditor')),
      invited_at bigint not null,
      revoked_at bigint
    );
    comment on column members.id is 'The role that they log in as; it is never given to somebody else.';

    create table changes (
      xid xid8 not null default pg_current_xact_id(),
      kind text not null,
      id text not null
    );
    create index changes_by_xid on changes (xid);

    grant select on members, changes to ${agent}, ${supervisor}, ${auditor};
    ${feedTrigger('members', 'member', 'id')}`;
}
