let aheadMs = 0;

/** How far the desk's time is ahead of this computer's clock; see `core/clock/desk-clock.ts`. */
export function setDeskAhead(ms: number): void {
  aheadMs = ms;
}

/** The desk's time, epoch ms: what every stored time is compared with. */
export function deskNow(): number {
  return Date.now() + aheadMs;
}
