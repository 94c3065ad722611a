import { assertNever } from '../../../core/assert-never.ts';
import type { QrReading } from '../../../core/qr/reading.ts';

/** Keys and values for the texts about a reading, in the `scan` namespace under `readings.`. */
export interface ReadingText {
  readonly name: string;
  /** One sentence that says what it is. */
  readonly what: string;
  /** One sentence that says what to do. */
  readonly next: string;
  readonly values: Readonly<Record<string, string>>;
  /** Key of a text that goes into the sentence as `thing`. */
  readonly thing: string | null;
}

export function textOf(reading: QrReading): ReadingText {
  switch (reading.kind) {
    case 'dahuaReset':
      return keysOf(reading.kind, reading.confidence === 'high' ? 'what' : 'whatUnusual');
    case 'deviceLabel':
      return labelText(reading.serial, reading.model);
    case 'serial':
      return keysOf(reading.kind, 'what', { serial: reading.serial });
    case 'link':
      return keysOf(reading.kind, 'what', { host: reading.host });
    case 'other':
      return { ...keysOf(reading.kind, 'what'), thing: `readings.other.things.${reading.what}` };
    case 'dahuaResetTruncated':
    case 'hikvisionPhoneReset':
    case 'hikvisionLabel':
    case 'hikvisionDeviceCode':
    case 'hikvisionSharing':
    case 'unknown':
      return keysOf(reading.kind, 'what');
    default:
      return assertNever(reading);
  }
}

function labelText(serial: string | null, model: string | null): ReadingText {
  if (serial === null) return keysOf('deviceLabel', 'whatNothing');
  if (model === null) return keysOf('deviceLabel', 'what', { serial });
  return keysOf('deviceLabel', 'whatModel', { serial, model });
}

function keysOf(kind: QrReading['kind'], what: string, values: Record<string, string> = {}): ReadingText {
  const path = `readings.${kind}`;
  return { name: `${path}.name`, what: `${path}.${what}`, next: `${path}.next`, values, thing: null };
}
