import type { Limits } from '../playbook/schema.ts';
import { anyCodeName, joiners } from './code-words.ts';

/** A text in a pasted mail that can be the security code. */
export interface CodeCandidate {
  /** Without grouping, in its own case. */
  readonly code: string;
  /** The mail itself calls it the code ("Security code: ..."). */
  readonly isNamed: boolean;
}

/** How long a code can be. */
export interface CodeShape {
  readonly codeMinLength: number;
  readonly codeMaxLength: number;
}

/** From the playbook; where no source states a length, wide enough for any code that a person could type. */
export function codeShape(limits: Pick<Limits, 'codeMinLength' | 'codeMaxLength'>): CodeShape {
  return { codeMinLength: limits.codeMinLength ?? 4, codeMaxLength: limits.codeMaxLength ?? 32 };
}

/** "Security code: ", "código de seguridad es ", "verification code is". */
const namedAs = new RegExp(`${anyCodeName}\\s*${joiners}\\s*:?`, 'iu');

/** Never a code, though it has digits: addresses, links, dates and times of day. */
const noCodes = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\S+@\S+/gu,
  /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/gu,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/gu,
];

/**
 * Every text in a pasted mail that can be the security code, those that the mail names as such first. Guesses nothing:
 * plain words are left out unless the mail calls them the code, and with several the agent has to choose.
 */
export function findCodesIn(shape: CodeShape, text: string): readonly CodeCandidate[] {
  const cleaned = noCodes.reduce((before, pattern) => before.replace(pattern, ' '), text);
  const lines = cleaned
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const named = lines.flatMap((line, index) => namedCode(shape, line, lines[index + 1] ?? ''));
  const others = lines.flatMap((line) => [...groupedCode(shape, line), ...madeWords(shape, line)]);
  const codes = [
    ...named.map((code) => ({ code, isNamed: true })),
    ...others.map((code) => ({ code, isNamed: false })),
  ];
  return codes.filter(({ code }, index) => codes.findIndex((other) => other.code === code) === index);
}

/** The one that may be taken without asking: the only one that the mail names. Null when the agent has to choose. */
export function onlyNamedCode(candidates: readonly CodeCandidate[]): string | null {
  const named = candidates.filter(({ isNamed }) => isNamed);
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}

/** What follows "code:" in the line, or stands alone in the next one. */
function namedCode(shape: CodeShape, line: string, nextLine: string): readonly string[] {
  const found = namedAs.exec(line);
  if (found === null) return [];
  const rest = withoutEdges(line.slice(found.index + found[0].length));
  const value = rest === '' ? withoutEdges(nextLine) : rest;
  if (fits(shape, value)) return [value];
  return [...groupedCode(shape, value), ...madeWords(shape, value)].slice(0, 1);
}

/** A whole line of groups of the same length, the last one perhaps shorter: "Ab3 X7k", "1234-5678". */
function groupedCode(shape: CodeShape, line: string): readonly string[] {
  const groups = withoutEdges(line).split(/[\s\-\u2010-\u2015]+/u);
  const [first = ''] = groups;
  const isEven = groups.every((group, index) =>
    index === groups.length - 1 ? group.length <= first.length : group.length === first.length,
  );
  const code = groups.join('');
  return groups.length > 1 && isEven && fits(shape, code) && groups.every(isMade) ? [code] : [];
}

function madeWords(shape: CodeShape, line: string): readonly string[] {
  return line
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => fits(shape, word) && isMade(word) && !/^(?:19|20)\d\d$/.test(word));
}

/** No word of a language: it has a digit, or a capital after a small letter. */
function isMade(word: string): boolean {
  return /\d/.test(word) || /[a-z][A-Z]/.test(word);
}

function fits({ codeMinLength, codeMaxLength }: CodeShape, text: string): boolean {
  return /^[A-Za-z0-9]+$/.test(text) && text.length >= codeMinLength && text.length <= codeMaxLength;
}

/** Quotation marks, brackets and the full stop of the sentence are not the code's. */
function withoutEdges(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
