import * as z from 'zod';
import { queueLaneSchema, queueViewSchema } from '../queue/view.ts';
import { assigneeSchema, outcomeSchema, prioritySchema, tagSchema } from '../ticket/schema.ts';
import { idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';
import { ticketRowSchema } from './records.ts';

/**
 * A place in an ordered list: the value that is sorted by, and the ticket's number, which makes it unique. A list is read
 * on from a place, never from "the 500,000th row", so that reading costs the same anywhere in it.
 */
export const queuePlaceSchema = z.strictObject({
  value: z.union([z.number(), z.string()]),
  number: z.int().positive(),
});
export type QueuePlace = z.infer<typeof queuePlaceSchema>;

export const queueRowSchema = ticketRowSchema.extend({ place: queuePlaceSchema });
export type QueueRow = z.infer<typeof queueRowSchema>;

export const queueCountsSchema = z.record(queueLaneSchema, z.int().nonnegative());

/** What can be done to many tickets at once. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  /** Null gives them to nobody. */
  z.strictObject({ kind: z.literal('assign'), assignee: assigneeSchema.nullable() }),
  z.strictObject({ kind: z.literal('setPriority'), priority: prioritySchema }),
  z.strictObject({ kind: z.literal('addTag'), tag: tagSchema }),
  z.strictObject({ kind: z.literal('removeTag'), tag: tagSchema }),
  z.strictObject({
    kind: z.literal('close'),
    /** Not `refused`: that needs a reason, which is each ticket's own. */
    outcome: outcomeSchema.extract(['referred', 'abandoned']),
  }),
  z.strictObject({ kind: z.literal('reopen') }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** Tickets that one command changes; more are sent as several, so that each stays short and can be stopped between. */
export const BULK_TICKETS_MAX = 100;

/** Rows from one place that `queue.walk` answers to the next. */
export const WALK_STRIDE = 1000;

/** The queue: every ticket by lane, filtered and ordered, however many there are. */
export const queueCalls = {
  /** How many tickets are in each lane; kept by the database, never counted. */
  'queue.counts': query({
    host: 'backend',
    reads: ['ticket'],
    input: nothing,
    output: z.strictObject({ counts: queueCountsSchema }),
  }),
  /**
   * The rows next to a place, in the order of the list. One call looks at a bounded number of tickets, so a filter that
   * few fit may give fewer rows than asked for, or none, although there are more.
   */
  'queue.page': query({
    host: 'backend',
    input: z.strictObject({
      view: queueViewSchema,
      /** Null is the edge: the first rows, or the last ones for `backward`. */
      from: queuePlaceSchema.nullable(),
      direction: z.enum(['forward', 'backward']),
      /** Rows to leave out first. */
      skip: z.int().min(0).max(WALK_STRIDE),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      rows: z.array(queueRowSchema),
      /** Where to go on in the same direction; null at the end of the list. */
      next: queuePlaceSchema.nullable(),
      /** Rows of the whole list, by the lane's counter; null with a filter, when only walking tells. */
      total: z.int().nonnegative().nullable(),
    }),
  }),
  /**
   * Walks a bounded part of the list and answers some of its places, so that a scroll bar can be dragged to the middle of a
   * million rows, and how many rows it met, so that a filtered list can be counted bit by bit.
   */
  'queue.walk': query({
    host: 'backend',
    input: z.strictObject({ view: queueViewSchema, from: queuePlaceSchema.nullable() }),
    output: z.strictObject({
      /** Of every `WALK_STRIDE`-th row met. */
      places: z.array(queuePlaceSchema),
      rows: z.int().nonnegative(),
      next: queuePlaceSchema.nullable(),
    }),
  }),
  /** Tickets of a bounded part of the list, to pick all of it. */
  'queue.listIds': query({
    host: 'backend',
    input: z.strictObject({ view: queueViewSchema, from: queuePlaceSchema.nullable() }),
    output: z.strictObject({ ids: z.array(idSchema), next: queuePlaceSchema.nullable() }),
  }),
  /** The same change for many tickets. Each is changed or refused for itself; a refusal says why. */
  'ticket.changeMany': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      ticketIds: z.array(idSchema).min(1).max(BULK_TICKETS_MAX),
      change: bulkChangeSchema,
      /** A new id for each thing the agent does: commands with the same one are undone as one. */
      runId: idSchema.nullable().default(null),
    }),
    output: z.strictObject({
      results: z.array(
        z.strictObject({
          ticketId: idSchema,
          /** Null when there is no such ticket. */
          number: z.int().positive().nullable(),
          /** Null when the ticket is as it was wanted. */
          refusal: z.string().nullable(),
        }),
      ),
    }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
