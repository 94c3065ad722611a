import * as z from 'zod';

/** `day`: today by hours; `week`: the last seven days; `weeks`: the last twelve weeks, from Monday to Sunday. */
export const periodSchema = z.enum(['day', 'week', 'weeks']);
export type Period = z.infer<typeof periodSchema>;

const HOURS = 24;
const DAYS = 7;
const WEEKS = 12;

/**
 * Where the parts of a period begin, and where the last one ends, epoch ms: by the computer's calendar, in which a day has
 * 23 or 25 hours twice a year.
 *
 * @param now epoch ms
 */
export function boundsOf(period: Period, now: number): number[] {
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  switch (period) {
    case 'day': {
      const [from, to] = [dayAfter(today, 0), dayAfter(today, 1)];
      return [...Array.from({ length: HOURS }, (_, hour) => from + (hour * (to - from)) / HOURS), to];
    }
    case 'week':
      return Array.from({ length: DAYS + 1 }, (_, index) => dayAfter(today, index + 1 - DAYS));
    default: {
      const sinceMonday = (today.getDay() + 6) % 7;
      return Array.from({ length: WEEKS + 1 }, (_, index) =>
        dayAfter(today, 7 * (index + 1 - WEEKS) - sinceMonday),
      );
    }
  }
}

/** What a part is called: an hour, a day, or the Monday that its week began with. */
export function partName(period: Period, from: number, language: string): string {
  const format: Intl.DateTimeFormatOptions =
    period === 'day'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : period === 'week'
        ? { weekday: 'short', day: 'numeric' }
        : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, format).format(from);
}

function dayAfter(day: Date, days: number): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}
