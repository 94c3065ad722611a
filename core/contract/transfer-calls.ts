import * as z from 'zod';
import { exportedSchema } from '../desk-log/desk-entry.ts';
import {
  importMappingSchema,
  importPreviewSchema,
  importProblemSchema,
  importReadingSchema,
  importRefusalSchema,
  importReportSchema,
} from '../transfer/import-table.ts';
import { transferStateSchema } from '../transfer/transfer.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';
import { actorSchema } from './rpc.ts';

const whichImport = z.strictObject({ importId: z.uuid() });
const mappedImport = whichImport.extend({
  mapping: importMappingSchema,
  /** Cells that are missing at a row's end are empty; otherwise such a row is refused. */
  takesShortRows: z.boolean().default(false),
});
const importEnd = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('done'), report: importReportSchema }),
  z.strictObject({ result: z.literal('cancelled') }),
]);
/** In the agent's language, for the list of refused rows. */
const problemWordsSchema = z.strictObject({
  row: z.string().max(100),
  reason: z.string().max(100),
  value: z.string().max(100),
  reasons: z.partialRecord(importProblemSchema, z.string().max(300)),
});
const readImportSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('read'), preview: importPreviewSchema }),
  z.strictObject({ result: z.literal('refused'), refusal: importRefusalSchema }),
]);

/** Records out of the desk and into it, as files. */
export const transferCalls = {
  'transfer.getState': query({ host: 'backend', input: nothing, output: transferStateSchema }),
  'transfer.stateChanged': event({
    host: 'backend',
    answers: 'transfer.getState',
    payload: transferStateSchema,
  }),
  /** Stops what is running; nothing of it stays. Answered at once, out of turn. */
  'transfer.cancel': command({ host: 'backend', outOfTurn: true, input: nothing, output: nothing }),

  /**
   * Lets the agent choose a file and starts to write it; `transfer.stateChanged` tells how it goes. The file is not encrypted.
   * Neither the content of reset QRs nor pictures of them are in it.
   */
  'export.save': command({
    host: 'shell',
    input: z.strictObject({ what: exportedSchema }),
    output: z.strictObject({ isStarted: z.boolean() }),
  }),
  'store.export': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ what: exportedSchema, file: z.string().min(1), actor: actorSchema }),
    output: nothing,
  }),

  /** Lets the agent choose a file and writes a table into it that stands on the screen, in the agent's words. */
  'export.saveTable': command({
    host: 'shell',
    input: z.strictObject({
      /** Part of the file's name that is offered. */
      name: z.string().regex(/^[a-z-]{1,40}$/),
      rows: z
        .array(z.array(z.union([z.string().max(300), z.number()])).max(20))
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  /** The lines of such a table, safe for a spreadsheet program. */
  'store.makeTable': query({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ rows: z.array(z.array(z.union([z.string(), z.number()]))) }),
    output: z.strictObject({ table: z.string() }),
  }),

  /** Lets the agent choose a table of customers and devices and reads it; null when none was chosen. */
  'import.choose': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ chosen: readImportSchema.nullable() }),
  }),
  'store.readImport': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ file: z.string().min(1) }),
    output: readImportSchema,
  }),
  /** Reads the file that was chosen in another way; what was read before stays where this fails. */
  'import.readAgain': query({
    host: 'backend',
    input: whichImport.extend({ reading: importReadingSchema }),
    output: readImportSchema,
  }),
  /** What an import would do to each row; changes nothing. */
  'import.check': query({ host: 'backend', input: mappedImport, output: importEnd }),
  /**
   * Takes all rows that are not refused, or none when it is stopped or fails. Known customers and devices get what they lack
   * and lose nothing. One command: it can be undone as a whole.
   */
  'import.run': command({ host: 'backend', undoable: true, input: mappedImport, output: importEnd }),
  /** Lets the agent save the refused rows with their reasons. */
  'import.saveProblems': command({
    host: 'shell',
    input: whichImport.extend({ words: problemWordsSchema }),
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  'store.readProblems': query({
    host: 'backend',
    caller: 'shell',
    input: whichImport.extend({ words: problemWordsSchema }),
    output: z.strictObject({ table: z.string() }),
  }),
  /** The agent is done with the file. */
  'import.putAway': command({ host: 'backend', input: nothing, output: nothing }),
} as const satisfies Record<string, Endpoint | EventOf>;
