import * as z from 'zod';
import { isSameLineage, lineageColumns, lineageSchema } from './lineage.ts';
import type { Link } from './link.ts';

/**
 * What a reader has seen of the feed: all that was committed when the snapshot was taken, in this history of the cluster. Where
 * the history is another, numbers of transactions are used again and the snapshot says nothing.
 */
export const feedCursorSchema = lineageSchema.extend({
  /** Of the table that the rows are in, and its database: one that was restored in its place has numbers of another life. */
  table: z.string().regex(/^\d+\/\d+$/),
  /** As `pg_current_snapshot()` writes it: `xmin:xmax:those under way`. */
  snapshot: z.string().regex(/^\d+:\d+:[\d,]*$/),
});
export type FeedCursor = z.infer<typeof feedCursorSchema>;

/** A record that was written or deleted; which of both, its table tells. */
const changeSchema = z.strictObject({ kind: z.string(), id: z.string() });
export type Change = z.infer<typeof changeSchema>;

export type FeedPage =
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly cursor: FeedCursor }
  /** The reader has to read everything that it holds anew, and goes on from here. */
  | { readonly kind: 'anew'; readonly cursor: FeedCursor };

const answerSchema = z.object({
  cursor: feedCursorSchema,
  is_ahead: z.boolean(),
  changes: z.array(changeSchema),
});

/** The snapshot of a reader that has seen nothing. */
const NOTHING_SEEN = '1:1:';

/** The second: a whole cluster that was put back to an earlier picture of its disk has not come to the cursor yet. */
const placeColumns = `
  (select oid from pg_database where datname = current_database()) || '/' || 'changes'::regclass::oid as place,
  pg_snapshot_xmax($1::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as is_ahead`;

/**
 * What was committed since the cursor, each change once and as soon as it is committed, in no order: of a record that is named
 * its present state counts. Changes of transactions that were still under way at the cursor are among them, which a reader that goes by a
 * rising number would miss.
 */
export async function changesSince(link: Link, cursor: FeedCursor | null): Promise<FeedPage> {
  // One statement has one snapshot: the cursor is of the very moment that the rows are of.
  const [answer] = await link.read(
    answerSchema,
    `select json_build_object('snapshot', pg_current_snapshot()::text, 'system', system, 'timeline', timeline,
         'table', place) as cursor, is_ahead,
       coalesce((
         select json_agg(json_build_object('kind', kind, 'id', id)) from changes
         where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
           and $2::text = system and $3::int = timeline and $4::text = place and not is_ahead
       ), '[]') as changes
     from (select ${lineageColumns}, ${placeColumns}) lineage`,
    [
      cursor?.snapshot ?? NOTHING_SEEN,
      cursor?.system ?? null,
      cursor?.timeline ?? null,
      cursor?.table ?? null,
    ],
  );
  if (answer === undefined) throw new Error('The server answered without a row.');
  const isSame =
    cursor !== null && cursor.table === answer.cursor.table && isSameLineage(cursor, answer.cursor);
  if (!isSame || answer.is_ahead) return { kind: 'anew', cursor: answer.cursor };
  return { kind: 'changes', changes: answer.changes, cursor: answer.cursor };
}
