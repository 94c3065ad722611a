import { knownDeviceKind } from '../qr/device-kind.ts';
import type { DeviceKind, Generation } from '../values.ts';

/** What the page or label shows as a value; each is looked for line by line. */
export const TEXT_FIELDS = ['serial', 'mailbox', 'address', 'date', 'model'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A serial is announced by words, as any word of capitals has its shape. Source: domain note 1.2. */
const SERIAL =
  /(?:\bS\s*[/.]?\s*N\b|\bSerial(?:\s*(?:No|Number|Num))?)\s*[.:;]?\s*[.:;]?\s*([A-Z0-9]{10,20})\b/i;

/** Text readers see the stars of a masked mailbox as quotation marks and the like. */
const MASK = '*"\'“”‘’°#';
const MAILBOX = new RegExp(
  `([A-Za-z0-9._-]*[${MASK}]+[A-Za-z0-9._${MASK}-]*)\\s?@\\s?([A-Za-z0-9*-]+(?:\\s?\\.\\s?[A-Za-z0-9*-]+)+)`,
);

const ADDRESS = /([A-Za-z0-9][A-Za-z0-9._-]+)\s?@\s?([A-Za-z0-9-]+(?:\s?\.\s?[A-Za-z0-9-]+)+)/;

const DATE = /\b(20\d\d)\s?[-/.]\s?(\d\d)\s?[-/.]\s?(\d\d)\s*[T ]?\s*(\d\d)\s?:\s?(\d\d)\s?:\s?(\d\d)\b/;

const MODEL = /(?:\b(?:Device\s*(?:Type|Model)|Model|Type)\s*[.:;]\s*)([A-Z][A-Z0-9]{2,}(?:[-/][A-Z0-9]+)*)/i;

/** No page has a longer line; what is longer was read out of a pattern. */
const LONGEST_LINE = 200;

/** The value of a field in one line of text, in the form that it is kept in; null where the line has none. */
export function fieldIn(field: TextField, line: string): string | null {
  if (line.length > LONGEST_LINE) return null;
  switch (field) {
    case 'serial':
      return SERIAL.exec(line)?.[1]?.toUpperCase() ?? null;
    case 'mailbox': {
      const [, name, host] = MAILBOX.exec(line) ?? [];
      if (name === undefined || host === undefined) return null;
      return `${name.replace(new RegExp(`[${MASK}]`, 'g'), '*')}@${host.replace(/\s/g, '').toLowerCase()}`;
    }
    case 'address': {
      if (fieldIn('mailbox', line) !== null) return null;
      const [, name, host] = ADDRESS.exec(line) ?? [];
      return name === undefined || host === undefined
        ? null
        : `${name}@${host.replace(/\s/g, '')}`.toLowerCase();
    }
    case 'date':
      return dateIn(line);
    case 'model':
      return modelIn(line);
  }
}

function dateIn(line: string): string | null {
  const [, year = '', month = '', day = '', ...time] = DATE.exec(line) ?? [];
  const [hour = '', minute = '', second = ''] = time;
  const isDay =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(year, month);
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isDay && isTime ? `${year}-${month}-${day} ${hour}:${minute}:${second}` : null;
}

function daysOf(year: string, month: string): number {
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

function modelIn(line: string): string | null {
  const model = MODEL.exec(line)?.[1]?.toUpperCase() ?? null;
  return model === null || knownDeviceKind(model) === null ? null : model;
}

/** What the words of a page tell of its device. */
export interface PageWords {
  /** By the name of the list from which the kind of reset is chosen. Source: domain note 2, "Menu labels per device generation". */
  readonly generation: Generation | null;
  /** The page offers to answer security questions: some are set. */
  readonly hasQuestions: boolean;
}

export function wordsOf(text: string): PageWords {
  const isNewer = /\bReset\s*Mode\b/i.test(text);
  const isOlder = /\bReset\s*Type\b/i.test(text);
  return {
    generation: isNewer === isOlder ? null : isNewer ? '2022plus' : 'older',
    hasQuestions: /\bSecurity\s*Questions?\b/i.test(text),
  };
}

/** The kind that a model's letters name; null where they name none. */
export function kindOfModel(model: string | null): DeviceKind | null {
  return model === null ? null : knownDeviceKind(model);
}
