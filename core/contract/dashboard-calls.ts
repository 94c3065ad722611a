import * as z from 'zod';
import { failureReasonSchema, outcomeSchema } from '../ticket/schema.ts';
import { epochMsSchema } from '../values.ts';
import { type Endpoint, type EventOf, query } from './endpoint.ts';

const countSchema = z.int().nonnegative();

/** How long something took, over the tickets of which it is known. */
const spanSchema = z.strictObject({
  /** Half of them took no longer, ms; null where it is known of none. */
  medianMs: z.number().nullable(),
  tickets: countSchema,
});
export type Span = z.infer<typeof spanSchema>;

/** Tickets that were closed, and how many of these were solved. */
const shareShape = { closed: countSchema, solved: countSchema };

/** The longest lists that are of use on a page; the rest is counted together nowhere. */
export const SHARES_MAX = 20;

/** What became of the tickets of a period. Counts and times only: nothing that names a customer. */
export const dashboardSchema = z.strictObject({
  /** Tickets opened between one bound and the next. */
  opened: z.array(countSchema),
  /** Tickets closed with a login that was seen to work, in the same spaces. */
  solved: z.array(countSchema),
  closed: countSchema,
  /** From the opening to the code's arrival, and to the login; of tickets that were solved in the period. */
  toCode: spanSchema,
  toLogin: spanSchema,
  /** How tickets ended that were not solved, most frequent first. */
  failures: z.array(
    z.strictObject({
      outcome: outcomeSchema,
      reason: failureReasonSchema.nullable(),
      tickets: countSchema,
    }),
  ),
  routes: z.array(z.strictObject({ playbookId: z.string(), ...shareShape })),
  /** An empty model is one that nobody has entered. */
  models: z.array(z.strictObject({ model: z.string(), ...shareShape })),
  /** Null is nobody. */
  agents: z.array(z.strictObject({ agent: z.string().nullable(), ...shareShape })),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

export const dashboardCalls = {
  /** The figures of a period, which the window divides: only it knows where the agent's days begin. */
  'dashboard.read': query({
    host: 'backend',
    reads: ['ticket'],
    input: z.strictObject({
      /** Rising, epoch ms; the period goes from the first to the last, without the last. */
      bounds: z.array(epochMsSchema).min(2).max(32),
    }),
    output: dashboardSchema,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
