import * as z from 'zod';
import { exportedSchema } from '../desk-log/desk-entry.ts';
import { fileFailureSchema } from '../file-failure.ts';
import { epochMsSchema } from '../values.ts';

export const transferTaskSchema = z.enum([...exportedSchema.options, 'importCheck', 'import']);
export type TransferTask = z.infer<typeof transferTaskSchema>;

/** Why a file was not made: it could not be written, or the records (`damaged`) not be read to their end. */
export const transferFailureSchema = z.enum([...fileFailureSchema.options, 'damaged', 'unknown']);
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
