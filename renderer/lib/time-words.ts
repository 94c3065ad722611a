const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `14:05` for today, `23 Nov, 14:05` for other days, with the year where it is another one. */
export function formatTime(at: number, now: number, language: string): string {
  const isToday = isSameDay(at, now);
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year: Intl.DateTimeFormatOptions = isThisYear ? {} : { year: 'numeric' };
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'short', ...year };
  return new Intl.DateTimeFormat(language, { ...day, ...time, hour12: false }).format(at);
}

/** By the computer's calendar. */
export function isSameDay(at: number, other: number): boolean {
  return new Date(at).toDateString() === new Date(other).toDateString();
}

/** The time left, in the two largest units that matter: a text of `common:left`, and its values. */
export type TimeLeft =
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: string }
  | { readonly unit: 'minutes'; readonly minutes: number; readonly seconds: string };

/**
 * Rounded up, so that it only reads zero when it is over.
 *
 * @param ms milliseconds ahead; what has passed counts as zero
 */
export function timeLeft(ms: number): TimeLeft {
  const left = Math.ceil(Math.max(0, ms) / SECOND) * SECOND;
  if (left >= HOUR) {
    return { unit: 'hours', hours: Math.floor(left / HOUR), minutes: twoDigits((left % HOUR) / MINUTE) };
  }
  return {
    unit: 'minutes',
    minutes: Math.floor(left / MINUTE),
    seconds: twoDigits((left % MINUTE) / SECOND),
  };
}

/** Which unit a duration is told in, and how many of it. */
export interface RoundedDuration {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** A time that has passed, in its largest whole unit. A clock that was set back counts as "now". */
export function roundElapsed(ms: number): RoundedDuration {
  if (ms < MINUTE) return { unit: 'now', count: 0 };
  if (ms < HOUR) return { unit: 'minutes', count: Math.floor(ms / MINUTE) };
  if (ms < DAY) return { unit: 'hours', count: Math.floor(ms / HOUR) };
  return { unit: 'days', count: Math.floor(ms / DAY) };
}

/** "5 min. ago" in the given language. */
export function timeAgo(at: number, now: number, language: string): string {
  const words = agoWords(language);
  const { unit, count } = roundElapsed(now - at);
  return unit === 'now' ? words.format(0, 'second') : words.format(-count, unit);
}

/** One for each language: to make one takes as long as to draw a row, and a list asks for every row. */
const madeAgoWords = new Map<string, Intl.RelativeTimeFormat>();

function agoWords(language: string): Intl.RelativeTimeFormat {
  const made =
    madeAgoWords.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  madeAgoWords.set(language, made);
  return made;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
