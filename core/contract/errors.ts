import * as z from 'zod';

/**
 * Every way a call can fail. The list is closed: the renderer has a sentence and a next action for each.
 *
 * - `invalid_input`: the caller sent something the contract does not allow (a bug in the caller)
 * - `not_found`: the record does not exist
 * - `conflict`: the record changed since it was read; `version` in the input is too old
 * - `refused`: the domain says no (for example: the ticket is closed); the message says why
 * - `store_locked`: the database is not open yet
 * - `store_failed`: the database could not be opened or written (damaged, disk full, newer than the app)
 * - `wrong_passphrase`: the passphrase does not open this database
 * - `capture_failed`: the screen could not be captured
 * - `not_allowed`: this caller may not use this endpoint
 * - `backend_unavailable`: the backend stopped and could not be restarted
 * - `internal`: a bug; details are in the log, never in the message
 */
export const errorCodeSchema = z.enum([
  'invalid_input',
  'not_found',
  'conflict',
  'refused',
  'store_locked',
  'store_failed',
  'wrong_passphrase',
  'capture_failed',
  'not_allowed',
  'backend_unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const callErrorSchema = z.strictObject({ code: errorCodeSchema, message: z.string() });

/** The only error that crosses a hop. Its message never holds a value that the caller sent. */
export class CallError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

/** What every call answers on the wire. */
export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: z.infer<typeof callErrorSchema> };

/** The same, for a hop that receives one from another process. */
export const callResultSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: callErrorSchema }),
]);

/**
 * Why the database could not be opened or written; the first word of a `store_failed` message.
 *
 * - `wrongKey`: it is a ResetDesk database of another key
 * - `damaged`: it is no longer, or never was, a ResetDesk database
 * - `newerThanApp`: a later version of the app has changed its form
 * - `diskFull`: there is no room to write
 * - `inUse`: another program, maybe on another computer, has it
 * - `mixed`: the file and the log of its latest changes are of two different times
 * - `noEngine`: the program that reads and writes databases does not run on this computer
 */
export const storeFailureSchema = z.enum([
  'wrongKey',
  'damaged',
  'newerThanApp',
  'diskFull',
  'inUse',
  'mixed',
  'noEngine',
  'unknown',
]);
export type StoreFailure = z.infer<typeof storeFailureSchema>;

export function storeFailed(reason: StoreFailure, sentence: string): CallError {
  return new CallError('store_failed', `${reason} ${sentence}`);
}

/** The reason of a `store_failed` answer; null for every other code. */
export function storeFailureOf(error: {
  readonly code: ErrorCode;
  readonly message: string;
}): StoreFailure | null {
  if (error.code !== 'store_failed') return null;
  const reason = storeFailureSchema.safeParse(error.message.split(' ', 1)[0]);
  return reason.success ? reason.data : 'unknown';
}

/**
 * Why the screen could not be captured; the first word of a `capture_failed` message.
 *
 * - `notOffered`: this desktop lets no program see its screens
 * - `refused`: the desktop, or its user, said no
 * - `unanswered`: nobody answered the desktop's question
 */
export const captureFailureSchema = z.enum(['notOffered', 'refused', 'unanswered', 'unknown']);
export type CaptureFailure = z.infer<typeof captureFailureSchema>;

export function captureFailed(reason: CaptureFailure, sentence: string): CallError {
  return new CallError('capture_failed', `${reason} ${sentence}`);
}

/** The reason of a `capture_failed` answer; null for every other code. */
export function captureFailureOf(error: {
  readonly code: ErrorCode;
  readonly message: string;
}): CaptureFailure | null {
  if (error.code !== 'capture_failed') return null;
  const reason = captureFailureSchema.safeParse(error.message.split(' ', 1)[0]);
  return reason.success ? reason.data : 'unknown';
}

/** A refusal that is about another ticket than the one on the screen, or one of several, begins with its number. */
export function ofTicket(number: number, sentence: string): string {
  return `#${number} ${sentence}`;
}

/** The parts of a `refused` or `conflict` message. The sentence is a key of `assets/locales/<language>/refusals.json`. */
export function refusalOf(message: string): {
  readonly ticketNumber: number | null;
  readonly sentence: string;
} {
  const [, number, sentence] = /^#(\d+) (.*)$/.exec(message) ?? [];
  return number === undefined || sentence === undefined
    ? { ticketNumber: null, sentence: message }
    : { ticketNumber: Number(number), sentence };
}
