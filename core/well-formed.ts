/** Half a character outside the basic plane; `\p{Surrogate}` matches only those that are alone. */
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Signs that no one sees and that change what is read: control characters other than tab and line ends, and those that turn the
 * direction of writing for all that follows (a name could read backwards).
 */
const unseen = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text as every store, hash and search takes it: whole characters, composed (NFC), without unseen control signs. Half a character
 * would be hashed as one text and stored as another.
 */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogates, '\ufffd').replace(unseen, '').normalize('NFC');
}

/** The same for every text in a value as it comes from a window, a file or another process; what is no text stays the same. */
export function wellFormedValue(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(wellFormedValue);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wellFormedValue(part)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Values from another process or a test's realm have another realm's prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
