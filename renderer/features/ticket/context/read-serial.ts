import { serialSchema } from '../../../../core/values.ts';

export type SerialReading =
  | { readonly kind: 'serial'; readonly serial: string }
  | { readonly kind: 'empty' | 'tooShort' | 'tooLong' }
  /** Each wrong character once. */
  | { readonly kind: 'badCharacters'; readonly characters: readonly string[] };

/** Reads a typed serial: blanks and dashes that group it are taken out, letters become upper case. */
export function readSerial(typed: string): SerialReading {
  const serial = typed.replace(/[\s-]/g, '').toUpperCase();
  if (serial === '') return { kind: 'empty' };
  const parsed = serialSchema.safeParse(serial);
  if (parsed.success) return { kind: 'serial', serial: parsed.data };
  const wrong = new Set([...serial].filter((character) => !/^[A-Z0-9]$/.test(character)));
  if (wrong.size > 0) return { kind: 'badCharacters', characters: [...wrong] };
  return { kind: serial.length < 10 ? 'tooShort' : 'tooLong' };
}
