import * as z from 'zod';
import { type Endpoint, type EventOf, event, query, recordTopics } from './endpoint.ts';
import { cursorSchema } from './search-calls.ts';

/** That a record was made, changed or removed; how it is now is to be read. */
export const changeSchema = z.strictObject({
  kind: z.enum(recordTopics),
  /** Of the record; of an alarm, its ticket's. */
  id: z.string().max(100),
  isGone: z.boolean(),
  /** Of a ticket as it is now; null for other kinds, and for one that is gone. */
  version: z.int().nullable(),
});
export type Change = z.infer<typeof changeSchema>;

const part = {
  /** Where the next part begins. */
  cursor: cursorSchema,
  /** Each record once; null when all records may have changed. */
  changes: z.array(changeSchema).nullable(),
};

/** What keeps the windows true: every change of a record, whoever made it. */
export const changeCalls = {
  /** For a window that was away: what has changed since its place. Without one, only the present place. */
  'record.listChanges': query({
    host: 'backend',
    input: z.strictObject({ since: cursorSchema.nullable() }),
    output: z.strictObject(part),
  }),
  /** Told once the changes are durable. A window that is not at `since` has missed something, and asks for it. */
  'record.changed': event({
    host: 'backend',
    payload: z.strictObject({ since: cursorSchema, ...part }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
