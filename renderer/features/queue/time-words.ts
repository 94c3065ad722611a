const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time left, in the two largest units that matter. Rounded up, so that it only reads zero when it is over. */
export type TimeLeft =
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: string }
  | { readonly unit: 'minutes'; readonly minutes: number; readonly seconds: string };

/** @param ms milliseconds ahead; what has passed counts as zero */
export function timeLeft(ms: number): TimeLeft {
  const left = Math.ceil(Math.max(0, ms) / SECOND) * SECOND;
  if (left >= HOUR) {
    const minutes = Math.floor((left % HOUR) / MINUTE);
    return { unit: 'hours', hours: Math.floor(left / HOUR), minutes: String(minutes).padStart(2, '0') };
  }
  const seconds = Math.floor((left % MINUTE) / SECOND);
  return { unit: 'minutes', minutes: Math.floor(left / MINUTE), seconds: String(seconds).padStart(2, '0') };
}

/** "5 min. ago" in the given language; a time ahead of the clock counts as now. */
export function timeAgo(at: number, now: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const age = Math.max(0, now - at);
  if (age < MINUTE) return words.format(0, 'second');
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return words.format(-Math.floor(age / HOUR), 'hour');
  return words.format(-Math.floor(age / DAY), 'day');
}
