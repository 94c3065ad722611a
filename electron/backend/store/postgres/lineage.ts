import * as z from 'zod';

/**
 * Which history of which cluster a server has. A promoted standby begins a new timeline: what its former primary had
 * committed and not passed on is not in it, and numbers of transactions are used again.
 */
export const lineageSchema = z.strictObject({
  /** Given by `initdb`; standbys have the same. */
  system: z.string().regex(/^\d+$/),
  /** Rises with each promotion. */
  timeline: z.int().positive(),
});
export type Lineage = z.infer<typeof lineageSchema>;

/** SQL for its columns on a server that can be written to. `pg_control_checkpoint()` is stale after a promotion. */
export const lineageColumns = `
  (select system_identifier::text from pg_control_system()) as system,
  ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int as timeline`;

export function isSameLineage(a: Lineage, b: Lineage): boolean {
  return a.system === b.system && a.timeline === b.timeline;
}
