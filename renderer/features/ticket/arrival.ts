/** Why the agent was brought to another ticket than the one at hand. Travels in the history entry, so that it is told once. */
export type Arrival = 'sameSerial';

export function arrivalState(arrival: Arrival): { readonly arrival: Arrival } {
  return { arrival };
}

/** What brought the agent to this page, or null. */
export function readArrival(state: unknown): Arrival | null {
  if (typeof state !== 'object' || state === null || !('arrival' in state)) return null;
  return state.arrival === 'sameSerial' ? state.arrival : null;
}
