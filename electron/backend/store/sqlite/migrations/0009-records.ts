import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Runs of commands that are undone together, lists of devices by their last change, and serials by how they read. */
export const records: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** Characters that are taken for each other, each group by its first; as `core/records/look-alikes.ts` has them. */
const groups = ['0OQD', '1IL', '2Z', '5S', '6G', '8B', 'UV'];

const likeness = groups.reduce(
  (text, [first, ...others]) =>
    others.reduce((inner, letter) => `replace(${inner}, '${letter}', '${first}')`, text),
  'serial',
);

const statements: readonly string[] = [
  `alter table done_commands add column run_id text`,
  `create index done_commands_by_run on done_commands (run_id) where run_id is not null`,

  `create index devices_by_change on devices (updated_at desc, id desc)`,
  `alter table devices add column likeness text generated always as (${likeness}) virtual`,
  `create index devices_by_likeness on devices (likeness)`,
];
