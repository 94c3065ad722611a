import type { TicketFact, TicketState } from './schema.ts';

/** These are done with the caller on the line, or at the counter. What an agent notes or sorts alone is not. */
const doneWithCaller: ReadonlySet<TicketFact['type']> = new Set<TicketFact['type']>([
  'stepAnswered',
  'stepReopened',
  'scanRecorded',
  'situationLearned',
  'routeChanged',
  'ownershipRecorded',
]);

/** The ticket as an event finds it: a call-back is awaited no longer once the caller is there. */
export function endCallBack(state: TicketState, { type }: TicketFact): TicketState {
  if (!state.isCallBackAwaited || !doneWithCaller.has(type)) return state;
  return { ...state, isCallBackAwaited: false, reminderAt: null };
}

/** Whether there is nothing to do before the customer calls back. */
export function waitsForCallBack({ isCallBackAwaited, reminderAt }: TicketState, now: number): boolean {
  return isCallBackAwaited && reminderAt !== null && now < reminderAt;
}
