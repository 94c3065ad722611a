/** The date as the practice recorder writes it on its screen: `2026-11-25`, in UTC. `at` is epoch ms. */
export function screenDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The same with the time of day: `2026-11-25 23:05`. */
export function screenClock(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
