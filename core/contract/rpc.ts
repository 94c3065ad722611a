import * as z from 'zod';
import { wellFormed } from '../well-formed.ts';

/** Who acts, for the audit trail. A name that was set before names were mended is hashed with every entry. */
export const actorSchema = z.string().transform(wellFormed);

/**
 * Messages between main and backend, the same over `utilityProcess` and over a plain Node child process.
 *
 * A call that was under way when the backend died is sent again with the same `requestId` after the restart; the backend
 * remembers the ids of the commands it has carried out, so that sending twice changes nothing twice.
 */
export const toBackendSchema = z.strictObject({
  type: z.literal('call'),
  callId: z.int().nonnegative(),
  requestId: z.uuid(),
  name: z.string(),
  input: z.unknown(),
  actor: actorSchema,
  caller: z.enum(['renderer', 'shell']),
});
export type ToBackend = z.infer<typeof toBackendSchema>;

export const fromBackendSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('answer'), callId: z.int().nonnegative(), result: z.unknown() }),
  z.strictObject({ type: z.literal('event'), name: z.string(), payload: z.unknown() }),
]);
export type FromBackend = z.infer<typeof fromBackendSchema>;
