import * as z from 'zod';
import { recordKindSchema } from '../records/record-entry.ts';
import { epochMsSchema, idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';

/** A command that was carried out and can be named to the agent; never with what was typed. */
export const doneCommandSchema = z.strictObject({
  id: idSchema,
  /** The endpoint, such as `ticket.answerStep`. */
  name: z.string(),
  at: epochMsSchema,
  actor: z.string(),
  /** The ticket it was about, if it was about one. */
  ticket: z.strictObject({ id: idSchema, number: z.int().positive() }).nullable(),
  /** The first other record that it changed. */
  record: z.strictObject({ kind: recordKindSchema, id: idSchema }).nullable(),
  /** A change of many tickets that took several commands; null for a single command. */
  runId: idSchema.nullable(),
  /** How many tickets it changed. */
  ticketCount: z.int().nonnegative(),
  /** The same with all commands of its run. */
  runTicketCount: z.int().nonnegative(),
  /** Something has left the desk with it (a request to the vendor): undoing takes back the record, not the act. */
  isBeyondRecall: z.boolean(),
});
export type DoneCommand = z.infer<typeof doneCommandSchema>;

/** Null means the agent's own last one. */
const whichCommand = z.strictObject({ commandId: idSchema.nullable() });

const turnedCommand = z.strictObject({
  command: doneCommandSchema,
  /** What is left of the same run; null once all of it is turned. */
  nextId: idSchema.nullable(),
});

/** Undo and redo of what an agent does to a record. */
export const undoCalls = {
  /**
   * Takes a command back, in all the records it changed or in none. Refused (`refused`, `conflict`) with the reason when
   * something came later that rests on it.
   */
  'desk.undo': command({
    host: 'backend',
    input: whichCommand,
    output: turnedCommand,
  }),
  'desk.redo': command({
    host: 'backend',
    input: whichCommand,
    output: turnedCommand,
  }),
  /** What `desk.undo` and `desk.redo` would act on. */
  'desk.getUndoable': query({
    host: 'backend',
    input: nothing,
    output: z.strictObject({ undo: doneCommandSchema.nullable(), redo: doneCommandSchema.nullable() }),
  }),
  /** A command changed records and can be undone. Told again when typing goes on in the same field. */
  'desk.commandRecorded': event({ host: 'backend', payload: doneCommandSchema }),
  /** A command was undone or redone; told after the changes themselves. */
  'desk.commandTurned': event({ host: 'backend', payload: z.strictObject({ commandId: idSchema }) }),
} as const satisfies Record<string, Endpoint | EventOf>;
