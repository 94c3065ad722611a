const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** `14:05` for today, `23 Nov, 14:05` for other days. */
export function formatTime(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { ...day, ...time, hour12: false }).format(at);
}

/** `23:41` (hours and minutes) from an hour up, `4:09` (minutes and seconds) below. Never negative. */
export function formatCountdown(remainingMs: number): string {
  const seconds = Math.ceil(Math.max(0, remainingMs) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${twoDigits(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
}

/** Which unit a duration is told in, and how many of it. */
export interface RoundedDuration {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** A time that has passed, in its largest whole unit. A clock that was set back counts as "now". */
export function roundElapsed(elapsedMs: number): RoundedDuration {
  const minutes = Math.floor(Math.max(0, elapsedMs) / MINUTE_MS);
  if (minutes < 1) return { unit: 'now', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (elapsedMs < DAY_MS) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(elapsedMs / DAY_MS) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
