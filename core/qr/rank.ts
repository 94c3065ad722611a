import { assertNever } from '../assert-never.ts';
import type { QrReading } from './reading.ts';

/** Sorts codes that are in view together by use to a reset: reset codes, then labels, then the rest. Stable. */
export function rankReadings<Item extends { readonly reading: QrReading }>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => rankOf(left.reading) - rankOf(right.reading));
}

function rankOf(reading: QrReading): number {
  switch (reading.kind) {
    case 'dahuaReset':
      return reading.confidence === 'high' ? 0 : 1;
    case 'dahuaResetTruncated':
      return 2;
    case 'deviceLabel':
      return 3;
    case 'serial':
      return 4;
    case 'hikvisionPhoneReset':
    case 'hikvisionLabel':
    case 'hikvisionDeviceCode':
    case 'hikvisionSharing':
      return 5;
    case 'link':
    case 'other':
      return 6;
    case 'unknown':
      return 7;
    default:
      return assertNever(reading);
  }
}
