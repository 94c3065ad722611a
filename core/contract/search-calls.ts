import * as z from 'zod';
import { outcomeSchema } from '../ticket/schema.ts';
import { idSchema } from '../values.ts';
import { type Endpoint, type EventOf, query } from './endpoint.ts';
import { laneSchema } from './records.ts';

/** A text and where the search stands in it: from, and up to but without, in UTF-16 units. */
const markedSchema = z.strictObject({
  text: z.string(),
  marks: z.array(z.tuple([z.int().nonnegative(), z.int().positive()])),
});

export const searchGroupSchema = z.enum(['customers', 'devices', 'tickets', 'notes']);
export type SearchGroup = z.infer<typeof searchGroupSchema>;

const ticketFacts = {
  ticketId: idSchema,
  number: z.int().positive(),
  lane: laneSchema,
  outcome: outcomeSchema.nullable(),
};

export const searchHitSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('customer'),
    customerId: idSchema,
    name: markedSchema,
    /** Phones and mail addresses that were found, or else the usual ones. */
    contacts: z.array(markedSchema),
  }),
  z.strictObject({
    kind: z.literal('device'),
    deviceId: idSchema,
    serial: markedSchema,
    model: markedSchema,
    customerName: z.string(),
  }),
  z.strictObject({
    kind: z.literal('ticket'),
    ...ticketFacts,
    numberText: markedSchema,
    customerName: markedSchema,
    phone: markedSchema,
    serial: markedSchema,
  }),
  z.strictObject({ kind: z.literal('note'), ...ticketFacts, text: markedSchema }),
]);
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Where a list goes on; only who gave it understands it. */
export const cursorSchema = z.string().min(1).max(100);

/** One search over everything that is kept. */
export const searchCalls = {
  /**
   * Name in any spelling, digits inside a phone or serial, a ticket number, words of a note; all terms together. Whole
   * words before beginnings, then the newest first, open tickets before closed ones.
   */
  'desk.search': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({
      text: z.string().max(200),
      groups: z.array(searchGroupSchema).min(1).max(4),
      /** For each group. */
      limit: z.int().min(1).max(50),
      /** `next` of the page before; only with a single group. */
      after: cursorSchema.nullable().default(null),
    }),
    /** In the order that they were asked for; but where a number finds an open ticket, tickets come first. */
    output: z.strictObject({
      groups: z.array(
        z.strictObject({
          group: searchGroupSchema,
          hits: z.array(searchHitSchema),
          next: cursorSchema.nullable(),
        }),
      ),
    }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
