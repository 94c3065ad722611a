import type { Language } from '../values.ts';
import { type MessageTemplate, type Piece, readTemplate, type Texts } from './template.ts';
import type { MessageValues, MessageVariable } from './variables.ts';

/** A piece of a filled message; `missing` is shown where the value would stand. */
export type FilledPiece =
  | Exclude<Piece, { kind: 'variable' }>
  | { readonly kind: 'value'; readonly name: MessageVariable; readonly text: string }
  | { readonly kind: 'missing'; readonly name: MessageVariable };

/** A text with a ticket's values in it. `text` is null as long as anything is missing or wrong: then it can not be sent. */
export interface FilledText {
  readonly pieces: readonly FilledPiece[];
  readonly missing: readonly MessageVariable[];
  readonly text: string | null;
}

export interface FilledMessage {
  readonly language: Language;
  readonly subject: FilledText;
  readonly body: FilledText;
  /** Each variable once. */
  readonly missing: readonly MessageVariable[];
  readonly isComplete: boolean;
}

/** The message in the customer's language, or in English where that is not written. */
export function fillMessage(
  template: MessageTemplate,
  language: Language,
  values: MessageValues,
): FilledMessage {
  const written = isWritten(template, language) ? language : 'en';
  const subject = fillText(template.subject[written], values);
  const body = fillText(template.text[written], values);
  const isMail = template.channel === 'mail';
  const missing = [...new Set([...(isMail ? subject.missing : []), ...body.missing])];
  const isComplete = isFull(body) && (!isMail || isFull(subject));
  return { language: written, subject, body, missing, isComplete };
}

export function fillText(text: string, values: MessageValues): FilledText {
  const pieces = readTemplate(text).map((piece) => fillPiece(piece, values));
  const missing = pieces.flatMap((piece) => (piece.kind === 'missing' ? [piece.name] : []));
  const isWhole = pieces.every(({ kind }) => kind === 'text' || kind === 'value');
  return { pieces, missing: [...new Set(missing)], text: isWhole ? pieces.map(textOf).join('') : null };
}

/** Subject and text, as far as the channel has them. */
export function isWritten({ channel, subject, text }: MessageTemplate, language: Language): boolean {
  const has = (texts: Texts) => texts[language].trim() !== '';
  return has(text) && (channel !== 'mail' || has(subject));
}

function fillPiece(piece: Piece, values: MessageValues): FilledPiece {
  if (piece.kind !== 'variable') return piece;
  const value = values[piece.name]?.trim() ?? '';
  if (value === '') return { kind: 'missing', name: piece.name };
  return { kind: 'value', name: piece.name, text: value };
}

function textOf(piece: FilledPiece): string {
  return piece.kind === 'missing' ? '' : piece.text;
}

function isFull({ text }: FilledText): boolean {
  return text !== null && text.trim() !== '';
}
