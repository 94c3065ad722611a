import * as z from 'zod';
import { exportedSchema } from '../desk-log/desk-entry.ts';
import { epochMsSchema } from '../values.ts';

export const transferTaskSchema = z.enum([...exportedSchema.options, 'importCheck', 'import']);
export type TransferTask = z.infer<typeof transferTaskSchema>;

/**
 * Why a file was not made.
 *
 * - `fileNotWritable`: the folder does not let it be written, or has gone
 * - `diskFull`, `damaged`: as for the database, which could not be read to its end
 */
export const transferFailureSchema = z.enum(['fileNotWritable', 'diskFull', 'damaged', 'unknown']);
export type TransferFailure = z.infer<typeof transferFailureSchema>;

/** How the last export ended. */
export const exportOutcomeSchema = z.strictObject({
  what: exportedSchema,
  result: z.enum(['done', 'cancelled', 'failed']),
  /** Set for `failed`. */
  reason: transferFailureSchema.nullable(),
  rows: z.int().nonnegative(),
  /** The file's name, without its folder. */
  fileName: z.string(),
  at: epochMsSchema,
});
export type ExportOutcome = z.infer<typeof exportOutcomeSchema>;

/** Long work on many records; one at a time. */
export const transferStateSchema = z.strictObject({
  running: z
    .strictObject({ task: transferTaskSchema, done: z.int().nonnegative(), total: z.int().nonnegative() })
    .nullable(),
  lastExport: exportOutcomeSchema.nullable(),
});
export type TransferState = z.infer<typeof transferStateSchema>;
