import * as z from 'zod';
import { idSchema } from '../values.ts';

/** What is exported as a file: one kind of record as a table, or everything as one document. */
export const exportedSchema = z.enum(['customers', 'devices', 'tickets', 'histories', 'everything']);
export type Exported = z.infer<typeof exportedSchema>;

const count = z.int().nonnegative();

/** What was done with the records as a whole, hash-chained like a trail. Ids and counts, never a person's data. */
export const deskEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('exported'), what: exportedSchema, rows: count }),
  z.strictObject({ type: z.literal('customerExported'), customerId: idSchema }),
  z.strictObject({ type: z.literal('imported'), added: count, changed: count, refused: count }),
  z.strictObject({
    type: z.literal('customerErased'),
    customerId: idSchema,
    tickets: count,
    /** `retention`: by the desk's own rule. */
    by: z.enum(['agent', 'retention']),
  }),
  z.strictObject({ type: z.literal('demoAdded'), tickets: count }),
  z.strictObject({ type: z.literal('demoRemoved'), tickets: count }),
]);
export type DeskEntry = z.infer<typeof deskEntrySchema>;

/** The desk log's name in its hash chain. */
export const deskTrailId = 'desk';
