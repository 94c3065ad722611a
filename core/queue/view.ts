import * as z from 'zod';
import { phaseSchema } from '../playbook/schema.ts';
import { outcomeSchema, prioritySchema, tagSchema } from '../ticket/schema.ts';
import { deviceKindSchema, vendorFamilySchema } from '../values.ts';

/**
 * The queue's lanes, by whose work it is: an open ticket is the agent's own, another agent's, or nobody's, and is in `open` besides.
 * Whether it can be worked on now or waits for something is a matter of its next act, so both stand in one list.
 */
export const queueLaneSchema = z.enum(['mine', 'others', 'unassigned', 'open', 'closed']);
export type QueueLane = z.infer<typeof queueLaneSchema>;

/**
 * What the rows are ordered by, each in its useful direction: the next act first (see `work-order.ts`); last changed and newest
 * first; the most urgent first, and of equals the one that was opened first; customers by name (without one last).
 */
export const queueSortSchema = z.enum(['next', 'changed', 'priority', 'opened', 'customer']);
export type QueueSort = z.infer<typeof queueSortSchema>;

/** Whose tickets: those of the agent who looks, nobody's, or those of an agent by name. */
export const ownerSchema = z.string().regex(/^(me|nobody|agent:.{1,100})$/);

/** Whether an open ticket needs the agent now, or waits for a code, a reply or a call. */
export const stageSchema = z.enum(['now', 'waiting']);
export type Stage = z.infer<typeof stageSchema>;

/** Which of a lane's tickets are shown; a ticket must fit every part. An empty list, text or null lets all through. */
export const queueFilterSchema = z.strictObject({
  /** Name in any case, digits inside a phone or serial, or a ticket number; every word must be there. */
  text: z.string().max(200),
  stages: z.array(stageSchema),
  phases: z.array(phaseSchema),
  outcomes: z.array(outcomeSchema),
  kinds: z.array(deviceKindSchema),
  owners: z.array(ownerSchema).max(50),
  priorities: z.array(prioritySchema),
  /** One of them is enough. */
  tags: z.array(tagSchema).max(50),
  vendors: z.array(vendorFamilySchema).max(50),
});
export type QueueFilter = z.infer<typeof queueFilterSchema>;

/** What the queue shows: one lane, filtered and ordered. */
export const queueViewSchema = z.strictObject({
  lane: queueLaneSchema,
  sort: queueSortSchema,
  /** Against the useful direction. */
  isReversed: z.boolean(),
  filter: queueFilterSchema,
});
export type QueueView = z.infer<typeof queueViewSchema>;

export const NO_FILTER: QueueFilter = {
  text: '',
  stages: [],
  phases: [],
  outcomes: [],
  kinds: [],
  owners: [],
  priorities: [],
  tags: [],
  vendors: [],
};

/** The order that a lane is of use in: open tickets by what is to be done next, closed ones by when they were done. */
export const LANE_SORTS: Readonly<Record<QueueLane, QueueSort>> = {
  mine: 'next',
  others: 'next',
  unassigned: 'next',
  open: 'next',
  closed: 'changed',
};

/** Nothing comes next for a closed ticket. */
export function sortsOf(lane: QueueLane): readonly QueueSort[] {
  return queueSortSchema.options.filter((sort) => lane !== 'closed' || sort !== 'next');
}

/** The view in another lane, in its order as far as the lane has it. */
export function inLane(view: QueueView, lane: QueueLane): QueueView {
  return sortsOf(lane).includes(view.sort) ? { ...view, lane } : { ...view, lane, sort: LANE_SORTS[lane] };
}

export function laneView(lane: QueueLane): QueueView {
  return { lane, sort: LANE_SORTS[lane], isReversed: false, filter: NO_FILTER };
}

/** True when some tickets of the lane may be left out, so that its counter does not tell how many rows there are. */
export function isFiltered(filter: QueueFilter): boolean {
  return Object.values(filter).some((part) => part.length > 0);
}

export function sameView(one: QueueView, other: QueueView): boolean {
  return JSON.stringify(queueViewSchema.parse(one)) === JSON.stringify(queueViewSchema.parse(other));
}
