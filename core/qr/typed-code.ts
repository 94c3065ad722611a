import { classifyPayload } from './classify.ts';

/** "AIM identifier": three characters that scanners put before a code to say of which kind it is, `]Q1` for a QR code. */
export const AIM_IDENTIFIER = /^\s*\][A-Za-z][0-9A-Za-z]/;

/** The usual reset code with anything before and behind it; one RSA-2048 block ends in two signs of padding. */
const USUAL_RESET = /(?:\][A-Za-z][0-9A-Za-z])?([!-~]{4}[AB][12][!-~]{8}[A-Za-z0-9+/]{342}==)/;

const LABEL = /(?:\][A-Za-z][0-9A-Za-z])?(\{[^{}]*SN:[^{}]*\})/;

/** A code within a typed text. */
export interface TypedCode {
  readonly text: string;
  /** So many characters stand before it and its identifier. */
  readonly start: number;
}

/**
 * The code in what a scanner typed: scanners can be set to type an identifier, a prefix or a suffix along, and somebody may have
 * typed into the same field just before. Without such a code it is the whole text.
 */
export function codeWithin(text: string): TypedCode {
  const whole = { text: text.replace(AIM_IDENTIFIER, ''), start: 0 };
  const reading = classifyPayload(whole.text);
  if (reading.kind === 'dahuaReset' && reading.confidence === 'high') return whole;
  const found = USUAL_RESET.exec(text) ?? LABEL.exec(text);
  const code = found?.[1];
  return found === null || code === undefined ? whole : { text: code, start: found.index };
}
