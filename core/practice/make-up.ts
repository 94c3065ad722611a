import { encodeBase64 } from '../qr/base64.ts';
import type { PracticeLabel } from './state.ts';

/** Uniform over 0 .. exclusiveMax - 1. */
export type RandomInt = (exclusiveMax: number) => number;

const digits = '0123456789';
const capitalsAndDigits = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${digits}`;
const lettersAndDigits = `${capitalsAndDigits}abcdefghijklmnopqrstuvwxyz`;

/** One RSA-2048 ciphertext. Source: domain note 1.1. */
const cipherBytes = 256;

/** A payload in the documented layout; the purpose `PRAC` tells it from any real one, the rest is random. */
export function makeResetPayload(randomInt: RandomInt): string {
  const cipher = Uint8Array.from({ length: cipherBytes }, () => randomInt(256));
  return `PRACA1${makeText(randomInt, capitalsAndDigits, 8)}${encodeBase64(cipher)}`;
}

/** The real length and letters are not documented; this is within what is accepted. Source: domain note 3. */
export function makeSecurityCode(randomInt: RandomInt): string {
  return makeText(randomInt, lettersAndDigits, 8);
}

/** The password that the owner has forgotten; nobody is ever told. */
export function makeForgottenPassword(randomInt: RandomInt): string {
  return makeText(randomInt, lettersAndDigits, 20);
}

/** 15 characters, as the vendor's example has, with a digit in their middle, so that nobody takes it for a name. Source: domain note 1.2. */
export function makeLabel(randomInt: RandomInt): PracticeLabel {
  const serial = `PRACTICE${makeText(randomInt, digits, 1)}${makeText(randomInt, capitalsAndDigits, 6)}`;
  const model = 'PRACTICE-NVR';
  const safetyCode = makeText(randomInt, capitalsAndDigits, 8);
  return { serial, model, payload: `{SN:${serial},DT:${model},SC:${safetyCode},NC:11}` };
}

function makeText(randomInt: RandomInt, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
