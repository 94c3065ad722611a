import type { Burst } from '../../../core/keywedge/burst.ts';
import { rankReadings } from '../../../core/qr/rank.ts';
import { type Found, foundText } from './found.ts';

/** Text of such a length without a blank is a scanner's, though it makes no sense (a wrong keyboard layout). */
const GARBLED_LENGTH = 40;

/**
 * What a USB scanner typed: of the two readings of its keys the one that makes more sense, by place if both do as well.
 * Null when neither is anything.
 */
export function readScannerText({ byPlace, byLayout }: Burst): Found | null {
  const [best] = rankReadings([foundText(byPlace), foundText(byLayout)]);
  return best === undefined || best.reading.kind === 'unknown' ? null : best;
}

/** What nobody types by hand; the labels hold secrets besides, which must not stay in a note and its draft. */
const TAKEN_FROM_FIELDS: readonly Found['reading']['kind'][] = [
  'dahuaReset',
  'dahuaResetTruncated',
  'deviceLabel',
  'hikvisionLabel',
];

/** Only a code that nobody types by hand is taken out of a text field; a serial number may well belong there. */
export function isTakenFromField({ reading }: Found): boolean {
  return TAKEN_FROM_FIELDS.includes(reading.kind);
}

/** Whether an Enter behind this text in a field is the scanner's end mark, which must not send a form off. */
export function endsWithScannersEnter(burst: Burst): boolean {
  const isGarbled = burst.byPlace.length >= GARBLED_LENGTH && !burst.byPlace.includes(' ');
  return isGarbled || readScannerText(burst) !== null;
}
