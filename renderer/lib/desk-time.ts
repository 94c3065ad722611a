let aheadMs = 0;
const listeners = new Set<() => void>();

/** How far the desk's time is ahead of this computer's clock; see `core/clock/desk-clock.ts`. */
export function setDeskAhead(ms: number): void {
  aheadMs = ms;
  for (const listener of listeners) listener();
}

/** The desk's time, epoch ms: what every stored time is compared with. */
export function deskNow(): number {
  return Date.now() + aheadMs;
}

/** Told when the desk's time is set; returns the function that stops listening. */
export function onDeskTimeSet(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
