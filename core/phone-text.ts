/** Signs that are not seen: they come along when a number is copied from a phone's contacts or from a web page. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Zeros of the Arabic, Persian, Devanagari, Bengali and Thai digits; each is followed by the other nine. */
const otherZeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** Fewer digits are a house number, a ticket's number or the last part of a phone number. */
export const phoneDigitsFrom = 5;

/** A phone number with whatever people put into it, in a text; letters on neither side, as a serial has them. */
const phoneRun =
  /(?<![\p{L}\p{N}@])(?:(?:tel|callto|sms|whatsapp)\s*:\s*)?[+(]*\p{Nd}(?:[\s()./\p{Pd}\u200b-\u200f\u202a-\u202e\u2060-\u2069]*\p{Nd})*(?:[\s,;]*(?:ext\.?|x|#)[\s=]*\p{Nd}+)?(?![\p{L}\p{N}@])/giu;

/** The digits of a phone number, however it was typed. */
export function phoneDigits(phone: string): string {
  return tidy(phone).replace(/\D/g, '');
}

/** Parts of a text that could be phone numbers, or their beginnings. */
export function phonesIn(text: string): string[] {
  return (text.match(phoneRun) ?? []).filter((run) => phoneDigits(run).length >= phoneDigitsFrom);
}

/** Without unseen signs; wide and other digits, plus signs and dashes as they are on a keyboard. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/\p{Nd}/gu, (digit) => digitOf(digit))
    .trim();
}

function digitOf(digit: string): string {
  const place = digit.codePointAt(0) ?? 0;
  const zero = otherZeros.find((first) => place >= first && place < first + 10);
  return zero === undefined ? digit : String(place - zero);
}
