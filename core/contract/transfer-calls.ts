import * as z from 'zod';
import { exportedSchema } from '../desk-log/desk-entry.ts';
import { transferStateSchema } from '../transfer/transfer.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';

/** Records out of the desk and into it, as files. */
export const transferCalls = {
  'transfer.getState': query({ host: 'backend', input: nothing, output: transferStateSchema }),
  'transfer.stateChanged': event({ host: 'backend', payload: transferStateSchema }),
  /** Stops what is running; nothing of it stays. Answered at once, out of turn. */
  'transfer.cancel': command({ host: 'backend', input: nothing, output: nothing }),

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
    input: z.strictObject({ what: exportedSchema, file: z.string().min(1), actor: z.string() }),
    output: nothing,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
