import * as z from 'zod';
import { languageSchema } from '../values.ts';
import { type MessageVariable, messageVariableSchema } from './variables.ts';

/** What a message is for; the palette offers those of the step at hand first. */
export const momentSchema = z.enum(['photo', 'onItsWay', 'callUs', 'done', 'other']);
export type Moment = z.infer<typeof momentSchema>;

export const messageChannelSchema = z.enum(['sms', 'chat', 'mail']);

/** One text for each language. Empty while it is not written yet: then the English one is used. */
const textsSchema = (maxLength: number) => z.record(languageSchema, z.string().max(maxLength));
export type Texts = z.infer<ReturnType<typeof textsSchema>>;

/** A message to the customer, with variables in braces: `Hello {customerName}`. `assets/templates`, or the desk's own. */
export const messageTemplateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  moment: momentSchema,
  channel: messageChannelSchema,
  name: textsSchema(80),
  /** Of a mail; empty for the others. */
  subject: textsSchema(200),
  text: textsSchema(2000),
});
export type MessageTemplate = z.infer<typeof messageTemplateSchema>;

/** A template as it is read: plain text, variables, and what is neither. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: MessageVariable }
  | { readonly kind: 'fault'; readonly fault: 'unknownVariable' | 'strayBrace'; readonly text: string };

const TOKEN = /\{([A-Za-z0-9_ ]*)\}|[{}]/g;

/** Takes a template's text apart. Every character is in exactly one piece, so nothing is lost. */
export function readTemplate(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push(pieceOf(match[0], match[1]));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

function pieceOf(text: string, name: string | undefined): Piece {
  if (name === undefined) return { kind: 'fault', fault: 'strayBrace', text };
  const variable = messageVariableSchema.safeParse(name);
  if (variable.success) return { kind: 'variable', name: variable.data };
  return { kind: 'fault', fault: 'unknownVariable', text };
}
