import * as z from 'zod';
import { languageSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';

const demoStateSchema = z.strictObject({
  /** Made-up tickets in the desk; 0 for none. */
  tickets: z.int().nonnegative(),
});

/** Made-up customers, devices and tickets, to see and try what a busy desk is like. */
export const demoCalls = {
  'demo.getState': query({ host: 'backend', reads: ['demo'], input: nothing, output: demoStateSchema }),
  /** Refused while there is demo data already. `language`: of what the made-up agents wrote. */
  'demo.add': command({
    host: 'backend',
    input: z.strictObject({ language: languageSchema }),
    output: demoStateSchema,
  }),
  /**
   * Removes all of it for good, however it was edited, and nothing else. A made-up customer or device that a real record
   * uses by now stays.
   */
  'demo.remove': command({
    host: 'backend',
    input: nothing,
    output: z.strictObject({ kept: z.int().nonnegative() }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
