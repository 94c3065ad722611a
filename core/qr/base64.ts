const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard Base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const kept = Math.min(3, bytes.length - at) + 1;
    for (let digit = 0; digit < 4; digit += 1) {
      text += digit < kept ? alphabet.charAt((group >> (18 - 6 * digit)) & 63) : '=';
    }
  }
  return text;
}

/** Bytes that a well-formed Base64 text stands for; null when its length can not be right. */
export function base64ByteLength(text: string): number | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

/** The text's first bytes as Latin-1 characters; stops at the first character that is not Base64. */
export function peekBase64(text: string, maxCharacters: number): string {
  let decoded = '';
  let bits = 0;
  let bitCount = 0;
  for (const character of text.slice(0, maxCharacters)) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) break;
    bits = ((bits << 6) | digit) & 0xffff;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      decoded += String.fromCharCode((bits >> bitCount) & 0xff);
    }
  }
  return decoded;
}
