import type { VendorFamily } from '../values.ts';
import { base64ByteLength, peekBase64 } from './base64.ts';
import { isBareSerial, readOldLabel, readStandardLabel } from './label.ts';
import type { OtherContent, QrReading, ResetHeader } from './reading.ts';

/** No QR holds more characters than this (version 40, level L, digits only): longer text is not one. */
const maxQrCharacters = 7089;

/** 4 purpose + 2 vendor + 8 key number. Source: domain note 1.1. */
export const resetHeaderLength = 14;

/** The vendor's newest demo allocates 1024; a little more is let through. Source: domain note 1.1. */
const maxResetCharacters = 1100;

/** One RSA-2048 ciphertext: the usual payload is 14 + 344 = 358 characters. Source: domain note 1.1 (inferred). */
const usualCipherBytes = 256;

const resetShape = /^[!-~]{4}[A-Z][0-9][!-~]{8}[A-Za-z0-9+/]{80,1090}={0,2}$/;

const otherPrefixes: readonly (readonly [prefix: RegExp, what: OtherContent])[] = [
  [/^WIFI:/i, 'wifi'],
  [/^(?:BEGIN:VCARD|MECARD:)/i, 'contact'],
  [/^(?:mailto:|MATMSG:|SMTP:)/i, 'mail'],
  [/^tel:/i, 'phone'],
  [/^(?:sms|smsto|mms|mmsto):/i, 'message'],
  [/^geo:/i, 'place'],
  [/^BEGIN:(?:VEVENT|VCALENDAR)/i, 'event'],
  [/^otpauth(?:-migration)?:/i, 'authenticator'],
];

/**
 * Says what a QR payload, or pasted or typed text, is. Never throws, for any text of any length.
 * The rules and their order are those of domain note 1.5, but for one: a label without field names is tried
 * first, because its serial may end in the letters `SN`.
 */
export function classifyPayload(text: string): QrReading {
  const trimmed = trimEnds(text);
  if (trimmed.length === 0 || trimmed.length > maxQrCharacters)
    return { kind: 'unknown', length: text.length };
  return (
    readOldLabel(trimmed) ??
    readLabelOrHikvision(trimmed) ??
    readLink(trimmed) ??
    readOther(trimmed) ??
    readReset(trimmed) ??
    readRest(trimmed)
  );
}

function readLabelOrHikvision(text: string): QrReading | null {
  if (text.includes('SN:')) return readStandardLabel(text);
  if (text.includes('?code=D:')) return { kind: 'hikvisionPhoneReset' };
  // The export of an app account: it holds the logins of its devices, encrypted, so nothing of it is kept.
  if (/^QRC\d{8}[A-Za-z0-9+/]{8,}={0,2}$/.test(text)) return { kind: 'hikvisionSharing' };
  if (/^www\.(?:hik-connect|ezviz)[^\r\n]{0,40}[\r\n]/i.test(text)) return { kind: 'hikvisionLabel' };
  return null;
}

function readLink(text: string): QrReading | null {
  const host = /^(?:https?:\/\/(?:[^/?#@\s]{0,200}@)?|(?=www\.))([^/?#:@\s]{1,253})/i.exec(text)?.[1];
  return host === undefined ? null : { kind: 'link', host: host.toLowerCase() };
}

function readOther(text: string): QrReading | null {
  const found = otherPrefixes.find(([prefix]) => prefix.test(text));
  return found === undefined ? null : { kind: 'other', what: found[1] };
}

/**
 * The brand family that the header of a reset payload names: neutral devices carry many brands. Null for a vendor
 * identifier that is not documented.
 *
 * @param header at least the first 6 characters of a payload
 */
export function vendorFamilyOf(header: string): VendorFamily | null {
  if (header.charAt(4) === 'A') return 'dahua';
  return header.charAt(4) === 'B' ? 'oem' : null;
}

function readReset(text: string): QrReading | null {
  if (text.length > maxResetCharacters || !resetShape.test(text)) return null;
  const cipherBytes = base64ByteLength(text.slice(resetHeaderLength));
  if (cipherBytes === null) return { kind: 'dahuaResetTruncated' };
  const header = readResetHeader(text);
  const isUsual = /^[AB][12]$/.test(header.vendor) && cipherBytes === usualCipherBytes;
  return { kind: 'dahuaReset', payload: text, header, confidence: isUsual ? 'high' : 'medium' };
}

function readResetHeader(payload: string): ResetHeader {
  const vendor = payload.slice(4, 6);
  return {
    purpose: payload.slice(0, 4),
    vendor,
    isNeutralBrand: vendor.startsWith('B'),
    isNewProgram: Number(vendor.charAt(1)) >= 2,
    keyNumber: payload.slice(6, resetHeaderLength),
  };
}

function readRest(text: string): QrReading {
  if (/^[A-Za-z0-9+/]{8,1400}={0,2}$/.test(text) && peekBase64(text, 400).includes('<code>')) {
    return { kind: 'hikvisionDeviceCode' };
  }
  if (isBareSerial(text)) return { kind: 'serial', serial: text };
  return { kind: 'unknown', length: text.length };
}

/** Takes blanks, line ends and NULs off both ends, in linear time. */
function trimEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0 || code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0xfeff;
}
