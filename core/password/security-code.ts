import type { Limits } from '../playbook/schema.ts';

export type CodeProblem =
  | { readonly problem: 'tooShort' | 'tooLong' }
  /** Places in `code`, 0-based. */
  | { readonly problem: 'badCharacters'; readonly indexes: readonly number[] };

/** A character of the code that is often misread, and what it may really be. */
export interface LookAlike {
  /** Place in `code`, 0-based. */
  readonly index: number;
  readonly character: string;
  readonly others: readonly string[];
}

export interface SecurityCodeReading {
  /** As it has to be typed at the device: without the grouping, letters in their own case. */
  readonly code: string;
  /** Empty when the code can be given to the customer. */
  readonly problems: readonly CodeProblem[];
  readonly lookAlikes: readonly LookAlike[];
}

/** Characters that are taken for one another in mails, on paper and on the phone. Source: UX note, chapter 2. */
const lookAlikeGroups = ['0Oo', '1lI', '5S', '8B', '2Z'];

/**
 * Reads a typed security code. Spaces and dashes group it for the eye and are taken out; case is kept.
 * Length from the playbook, where a source states one; letters and digits only (domain note 3). The caller keeps the result in memory only.
 */
export function readSecurityCode(
  limits: Pick<Limits, 'codeMinLength' | 'codeMaxLength'>,
  typed: string,
): SecurityCodeReading {
  const code = typed.replace(/[\s\u200b\u00ad\ufeff\-\u2010-\u2015]/g, '');
  const characters = [...code];
  const problems: CodeProblem[] = [];
  const { codeMinLength: min, codeMaxLength: max } = limits;
  if (min !== null && characters.length < min) problems.push({ problem: 'tooShort' });
  if (max !== null && characters.length > max) problems.push({ problem: 'tooLong' });
  const indexes = characters.flatMap((character, index) => (/^[A-Za-z0-9]$/.test(character) ? [] : [index]));
  if (indexes.length > 0) problems.push({ problem: 'badCharacters', indexes });
  return { code, problems, lookAlikes: lookAlikesOf(code) };
}

/** Every character of a code or password that is often misread. */
export function lookAlikesOf(text: string): readonly LookAlike[] {
  return [...text].flatMap(lookAlikesAt);
}

function lookAlikesAt(character: string, index: number): readonly LookAlike[] {
  const group = lookAlikeGroups.find((candidates) => candidates.includes(character));
  if (group === undefined) return [];
  return [{ index, character, others: [...group].filter((other) => other !== character) }];
}
