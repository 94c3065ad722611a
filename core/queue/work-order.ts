import { type Priority, prioritySchema } from '../ticket/schema.ts';
import type { NextEvent } from '../ticket/timers.ts';

/** More than any time in ms before the year 2286, so that a time never reaches into the next place. */
const placeSize = 10 ** 13;
const places = prioritySchema.options.length;

/** A code that runs out this soon is as pressing as what is due: the second warning comes a quarter of an hour before. */
const lastHourMs = 60 * 60_000;

/** While these are ahead, there is nothing that the agent could do before. */
const awaitedKinds: ReadonlySet<NextEvent['kind']> = new Set<NextEvent['kind']>([
  'lockEnds',
  'coolDownEnds',
  'reminder',
  'callBackOverdue',
]);

/** What decides on a ticket's place among the open ones. */
export interface WorkFacts {
  readonly lane: 'now' | 'waiting' | 'closed';
  readonly nextEvent: NextEvent | null;
  /** Of the code at hand, epoch ms; also where something else comes before it. */
  readonly codeValidUntil: number | null;
  readonly priority: Priority;
  /** Epoch ms. */
  readonly changedAt: number;
}

/**
 * The place of a ticket in the order of work, as one whole number that an index can be read by: first what is due, then what is at
 * hand, of both the most urgent and then the longest waiting first, then what waits by the time that it waits for. It is
 * made when the ticket changes and when a time of it comes, so it needs no clock to be read by.
 */
export function workOrder(facts: WorkFacts, now: number): number {
  const { lane, nextEvent, priority, changedAt } = facts;
  if (lane === 'closed') return 3 * places * placeSize;
  const urgency = (places - 1 - prioritySchema.options.indexOf(priority)) * placeSize;
  const pressingAt = pressingTime(facts, now);
  if (pressingAt !== null) return urgency + pressingAt;
  const isAwaited = lane === 'waiting' || (nextEvent !== null && awaitedKinds.has(nextEvent.kind));
  if (!isAwaited) return places * placeSize + urgency + changedAt;
  return 2 * places * placeSize + (nextEvent?.at ?? placeSize - 1);
}

/** The time that makes a ticket pressing; null where none does. A reminder for later does not make a code live longer. */
function pressingTime({ nextEvent, codeValidUntil }: WorkFacts, now: number): number | null {
  if (nextEvent !== null && nextEvent.at <= now) return nextEvent.at;
  // Before the end of a lock no code can be tried, however soon it runs out.
  if (codeValidUntil === null || nextEvent?.kind === 'lockEnds') return null;
  return codeValidUntil - now <= lastHourMs ? codeValidUntil : null;
}
