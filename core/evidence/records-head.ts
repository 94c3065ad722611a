import * as z from 'zod';
import type { TrailSketch } from './trail-sketch.ts';

/** What is known of all trails after a change. It is kept in the database, beside it, in backups and in exports. */
export interface RecordsHead {
  /** One more with every change of a trail. */
  readonly serial: number;
  readonly sketch: TrailSketch;
}

/** A head as it is told: how many trails and entries there are, and a digest over all of them. */
export const headFactsSchema = z.strictObject({
  serial: z.int().nonnegative(),
  trails: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  root: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HeadFacts = z.infer<typeof headFactsSchema>;

/**
 * What was left behind: backups whose head has a serial between the two are not of the present records. Entries of the first
 * version do not say it; then only the time of a backup does, which is wrong where the clock was.
 */
export const leftBehindSchema = z
  .strictObject({ after: z.int().nonnegative(), before: z.int().nonnegative() })
  .optional();

/** Why other records take the place of the present ones; an entry in their desk's log. */
export const exchangeEntrySchemas = [
  /** `madeAt`: when the backup was made, epoch ms; null for a file that does not say. */
  z.strictObject({
    type: z.literal('recordsRestored'),
    madeAt: z.number().nullable(),
    leftBehind: leftBehindSchema,
  }),
  z.strictObject({
    type: z.literal('recordsRescued'),
    tickets: z.int().nonnegative(),
    lastTicketNumber: z.int().nonnegative(),
    leftBehind: leftBehindSchema,
  }),
] as const;

/** The entry, and who brought it about. */
export const exchangeSchema = z.strictObject({
  actor: z.string(),
  entry: z.discriminatedUnion('type', exchangeEntrySchemas),
});
export type Exchange = z.infer<typeof exchangeSchema>;
