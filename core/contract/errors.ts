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
