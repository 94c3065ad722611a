import * as z from 'zod';
import { idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';

/**
 * What survives a crash before it is sent: half-typed text, and the evidence ticked so far. Closed, so that no code or password field can
 * be added by a caller.
 */
export const draftFieldSchema = z.enum([
  'note',
  'serial',
  'customerSearch',
  'evidence',
  'ownEvidence',
  'refusalReason',
  'mailAddress',
  'language',
  'maskedMailbox',
  'openedMailbox',
  'queueSearch',
  'newTag',
  'newProof',
  'newView',
  'renamedView',
]);
export type DraftField = z.infer<typeof draftFieldSchema>;

/** The agent's desk: half-typed text, and where the agent was. */
export const deskCalls = {
  /** Half-typed text. `scope` is a ticket id or `desk`. An empty text removes the draft. */
  'draft.put': command({
    host: 'backend',
    input: z.strictObject({
      scope: z.union([idSchema, z.literal('desk')]),
      field: draftFieldSchema,
      text: z.string().max(4000),
    }),
    output: nothing,
  }),
  'draft.list': query({
    host: 'backend',
    input: z.strictObject({ scope: z.union([idSchema, z.literal('desk')]) }),
    output: z.strictObject({
      drafts: z.array(z.strictObject({ field: draftFieldSchema, text: z.string() })),
    }),
  }),
  /** The ticket that was open when the app last ran, to resume after a crash. */
  'desk.getLastTicket': query({
    host: 'backend',
    input: nothing,
    output: z.strictObject({ ticketId: idSchema.nullable() }),
  }),
  /** The agent's name was changed in the settings. */
  'store.noteAgent': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ actor: z.string() }),
    output: nothing,
  }),
  'desk.setLastTicket': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema.nullable() }),
    output: nothing,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
