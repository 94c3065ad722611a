import type { Burst } from '../../../core/keywedge/burst.ts';
import { rankReadings } from '../../../core/qr/rank.ts';
import { codeWithin } from '../../../core/qr/typed-code.ts';
import { type Found, foundText } from './found.ts';

/** Text of such a length without a blank is a scanner's, though it makes no sense (a wrong keyboard layout). */
const GARBLED_LENGTH = 40;

/** A code that was typed, and how many keys had been typed before it. */
export interface TypedFound {
  readonly found: Found;
  readonly keysBefore: number;
}

/**
 * The code in what was typed: of the readings of its keys the one that makes most sense, by place if others do as well. Null
 * when there is none, or it could as well be a person's typing.
 */
export function readScannerText(burst: Burst): TypedFound | null {
  const turned = burst.hasCapsLock ? [swapCase(burst.byLayout)] : [];
  const readings = [burst.byPlace, burst.byLayout, ...turned].map((text) => readOne(text, burst));
  const [best] = rankReadings(readings.map((typed) => ({ ...typed, reading: typed.found.reading })));
  if (best === undefined || best.found.reading.kind === 'unknown') return null;
  if (best.found.reading.kind === 'serial' && !isSurelySerial(best.found.reading.serial, burst)) return null;
  return { found: best.found, keysBefore: best.keysBefore };
}

function readOne(text: string, burst: Burst): TypedFound {
  const code = codeWithin(text);
  const found = foundText(code.text);
  const isCut = !burst.hasEnd && isUnusualReset(found) && !code.text.trimEnd().endsWith('=');
  return {
    found: isCut ? { ...found, reading: { kind: 'dahuaResetTruncated' } } : found,
    keysBefore: keysUpTo(burst, text === burst.byPlace ? 'byPlace' : 'byLayout', code.start),
  };
}

/** A cable that comes out leaves something that has the shape of a rare code, but neither padding nor an end mark. */
function isUnusualReset({ reading }: Found): boolean {
  return reading.kind === 'dahuaReset' && reading.confidence === 'medium';
}

/** Phone numbers and the barcodes of boxes have the shape of a serial, too. */
function isSurelySerial(serial: string, { isMachine }: Burst): boolean {
  return isMachine && /[A-Z]/.test(serial);
}

/** Under CapsLock capitals and small letters change places. */
function swapCase(text: string): string {
  return text.replace(/[a-z]+|[A-Z]+/g, (run) => (/[a-z]/.test(run) ? run.toUpperCase() : run.toLowerCase()));
}

function keysUpTo({ keys }: Burst, reading: 'byPlace' | 'byLayout', characters: number): number {
  let left = characters;
  const index = keys.findIndex((key) => {
    const isReached = left <= 0 && key[reading] !== '';
    left -= key[reading].length;
    return isReached;
  });
  return Math.max(0, index);
}

/**
 * Only a code that nobody types by hand is taken out of a text field: labels hold secrets besides, which must not stay in a note
 * and its draft. A serial number may well belong there, and so may the words "SN: ..." of a person.
 *
 * @param isForSerials the field asks for a serial among other things: one that a scanner types into it is scanned, and never grows
 *   together with what a person has typed before
 */
export function isTakenFromField({ reading }: Found, burst: Burst, isForSerials: boolean): boolean {
  switch (reading.kind) {
    case 'dahuaReset':
    case 'dahuaResetTruncated':
      return true;
    case 'deviceLabel':
      return burst.isFast || isWholeLabel(burst);
    case 'hikvisionLabel':
      return burst.isMachine;
    case 'serial':
      return isForSerials;
    default:
      return false;
  }
}

function isWholeLabel({ byPlace, byLayout, isMachine }: Burst): boolean {
  return [byPlace, byLayout].some(
    (text) => /\{[^{}]*SN:[^{}]*\}/.test(text) || (isMachine && /\b(?:SC|RC|RD):/.test(text)),
  );
}

/** Whether an Enter behind this text in a field is the scanner's end mark, which must not send a form off. */
export function endsWithScannersEnter(burst: Burst, isForSerials: boolean): boolean {
  const typed = readScannerText(burst);
  if (typed !== null && (burst.isFast || isTakenFromField(typed.found, burst, isForSerials))) return true;
  if (burst.isFast && isBarcode(burst)) return true;
  return burst.isMachine && burst.byPlace.length >= GARBLED_LENGTH && !burst.byPlace.includes(' ');
}

/** The barcodes of boxes and goods are digits only; a person's number at such a speed would be pasted. */
function isBarcode({ byPlace, byLayout }: Burst): boolean {
  return [byPlace, byLayout].some((text) => /^\d+$/.test(text));
}

const COMPLETE: readonly Found['reading']['kind'][] = [
  'deviceLabel',
  'hikvisionPhoneReset',
  'link',
  'other',
  'serial',
];

/** Whether the scanner has nothing more to type but an end mark. */
export function isCompleteCode(burst: Burst): boolean {
  const reading = readScannerText(burst)?.found.reading;
  if (reading === undefined) return false;
  if (reading.kind === 'dahuaReset') return reading.confidence === 'high';
  if (!burst.hasEnd) return reading.kind === 'deviceLabel' && burst.byPlace.endsWith('}');
  // The first line of some labels is a web address.
  return COMPLETE.includes(reading.kind) && !/^www\./i.test(burst.byPlace);
}
