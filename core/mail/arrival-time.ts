import { type ArrivalFault, type ArrivalSpan, arrivalFault } from '../ticket/arrival.ts';

/** What a typed time means; `at` is epoch ms. `ambiguous`: it may be of the morning or of the evening, or of two days. */
export type ArrivalReading =
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'unreadable' | 'ambiguous' | ArrivalFault };

interface TimeOfDay {
  /** One of two where the text leaves open which half of the day it is. */
  readonly hours: readonly number[];
  readonly minute: number;
  readonly second: number;
  /** East of Greenwich; null for local time. */
  readonly zoneMinutes: number | null;
  /** The text without it. */
  readonly rest: string;
}

interface Day {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

/**
 * Reads the time of a mail as a mailbox shows it or a customer reads it out: `14:05`, `2:05 pm`, `yesterday 23:10`, `29/11 23:10`,
 * `Nov 29, 11:10 PM`, `Sun, 29 Nov 2026 23:10:05 +0100`; in English or Spanish, in local time unless it names a zone.
 * What can be read in two ways is read in the one that is possible; a time alone is of today if it can be.
 */
export function readArrivalTime(typed: string, span: ArrivalSpan): ArrivalReading {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d{4}-\d{2}-\d{2})t(?=\d)/, '$1 ')
    // A line of the mail's head is pasted with its name: "Date:", "Enviado el:".
    .replace(/^\s*\p{L}[\p{L} ]*:(?=\s)/u, ' ')
    .replace(/,/g, ' ');
  const time = findTime(text);
  if (time === null) return { kind: 'unreadable' };
  const days = daysOf(time.rest.replace(FILLERS, ' ').trim().replace(/\s+/g, ' '), span.now);
  if (days.length === 0) return { kind: 'unreadable' };
  let fault: ArrivalFault | null = null;
  for (const sameRank of days) {
    const moments = new Set(sameRank.flatMap((day) => momentsOf(day, time)));
    const possible = [...moments].filter((at) => arrivalFault(at, span) === null);
    if (possible.length > 1) return { kind: 'ambiguous' };
    const [at] = possible;
    if (at !== undefined) return { kind: 'time', at: Math.min(at, span.now) };
    for (const moment of moments) fault ??= arrivalFault(moment, span);
  }
  return { kind: fault ?? 'unreadable' };
}

/** Words around a date that say nothing more of it; weekdays in full and short. */
const FILLERS =
  /\b(?:at|on|de|del|el|las?|a|um|uhr|hrs?|h|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?|dom(?:ingo)?|lun(?:es)?|mar(?:tes)?(?!\w|\s+\d{4})|mi[eé](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?)\b\.?/gu;

const HALF = String.raw`\s*(?<half>[ap])\.?\s?m\b\.?`;
const ZONE = String.raw`(?:\s*(?:gmt|utc)?\s*(?<zoneHours>[+-]\d{2}):?(?<zoneMinutes>\d{2})|\s*(?<greenwich>gmt|utc|z)\b)?`;
const TIMES = [
  `(?<!\\d)(?<hour>\\d{1,2})\\s?:\\s?(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?(?!\\d)(?:${HALF})?${ZONE}`,
  `(?<!\\d)(?<hour>\\d{1,2})(?:\\.(?<minute>\\d{2}))?${HALF}${ZONE}`,
  `(?<![\\d.])(?<hour>\\d{1,2})\\s?[.h]\\s?(?<minute>\\d{2})${ZONE}(?=\\s*(?:h|uhr)?\\s*$)`,
  `^\\s*(?<hour>\\d{1,2})(?<minute>\\d{2})${ZONE}\\s*$`,
].map((pattern) => new RegExp(pattern));

function findTime(text: string): TimeOfDay | null {
  const match = TIMES.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const groups = match?.groups;
  if (match === undefined || groups === undefined) return null;
  const hours = hoursOf(groups['hour'] ?? '', groups['half']);
  const [minute, second] = [Number(groups['minute'] ?? 0), Number(groups['second'] ?? 0)];
  if (hours.length === 0 || minute > 59 || second > 59) return null;
  const around = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  // Without the name of a zone beside its difference: (CET).
  return { hours, minute, second, zoneMinutes: zoneOf(groups), rest: around.replace(/\([^)]*\)/g, ' ') };
}

function zoneOf(groups: Readonly<Record<string, string>>): number | null {
  const hours: string | undefined = groups['zoneHours'];
  if (hours === undefined) return groups['greenwich'] === undefined ? null : 0;
  const minutes = Number(groups['zoneMinutes']);
  return Number(hours) * 60 + (hours.startsWith('-') ? -minutes : minutes);
}

/** Without am or pm, and not written with a leading zero, an hour may be of either half of the day. */
function hoursOf(written: string, half: string | undefined): readonly number[] {
  const hour = Number(written);
  if (half !== undefined) return hour < 1 || hour > 12 ? [] : [(hour % 12) + (half === 'p' ? 12 : 0)];
  if (hour > 23) return [];
  return hour < 1 || hour > 12 || written.startsWith('0') ? [hour] : [hour, (hour + 12) % 24];
}

/** The days that a text can mean, the likelier first; those of the same rank together. None for what can not be read. */
function daysOf(text: string, now: number): readonly (readonly Day[])[] {
  const today = dayOf(now, 0);
  if (text === '') return [[today], [dayOf(now, -1)]];
  if (/^(?:today|hoy)$/.test(text)) return [[today]];
  if (/^(?:yesterday|ayer)$/.test(text)) return [[dayOf(now, -1)]];
  const days = [...numberedDays(text, today.year), ...namedDays(text, today.year)].filter(isDay);
  return days.length === 0 ? [] : [days];
}

function numberedDays(text: string, thisYear: number): readonly Day[] {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso !== null) return [{ year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) }];
  const match = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4})?)?$/.exec(text);
  if (match === null) return [];
  const [first, second] = [Number(match[1]), Number(match[2])];
  return yearsOf(match[3], thisYear).flatMap((year) => [
    { year, month: second - 1, day: first },
    { year, month: first - 1, day: second },
  ]);
}

/** By their first three letters, in English and in Spanish. */
const MONTHS = [
  'jan ene',
  'feb',
  'mar',
  'apr abr',
  'may',
  'jun',
  'jul',
  'aug ago',
  'sep set',
  'oct',
  'nov',
  'dec dic',
];

function namedDays(text: string, thisYear: number): readonly Day[] {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th|º|\.)?[\s-]*(\p{L}{3,})\.?[\s-]*(\d{4}|\d{2})?$/u.exec(text) ??
    /^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*(\d{4}|\d{2})?$/u.exec(text);
  if (match === null) return [];
  const [, left = '', right = '', year] = match;
  const [name, day] = Number.isNaN(Number(left)) ? [left, right] : [right, left];
  const month = MONTHS.findIndex((names) => names.split(' ').includes(name.slice(0, 3)));
  return month < 0 ? [] : yearsOf(year, thisYear).map((known) => ({ year: known, month, day: Number(day) }));
}

/** Around New Year a date without its year may be of the last one. */
function yearsOf(written: string | undefined, thisYear: number): readonly number[] {
  if (written === undefined) return [thisYear, thisYear - 1];
  return [Number(written.length === 2 ? `20${written}` : written)];
}

function isDay({ year, month, day }: Day): boolean {
  const made = new Date(year, month, day);
  return made.getMonth() === month && made.getDate() === day;
}

function dayOf(now: number, shift: number): Day {
  const date = new Date(now);
  const moved = new Date(date.getFullYear(), date.getMonth(), date.getDate() + shift);
  return { year: moved.getFullYear(), month: moved.getMonth(), day: moved.getDate() };
}

function momentsOf(
  { year, month, day }: Day,
  { hours, minute, second, zoneMinutes }: TimeOfDay,
): readonly number[] {
  return hours.map((hour) =>
    zoneMinutes === null
      ? new Date(year, month, day, hour, minute, second).getTime()
      : Date.UTC(year, month, day, hour, minute, second) - zoneMinutes * 60_000,
  );
}
