import * as z from 'zod';
import { isPersonName } from '../person-name.ts';

/** The scheme that the system hands to ResetDesk. */
export const LINK_SCHEME = 'resetdesk';

/** As many wait for the agent; further ones are not calls but a flood. */
export const LINKS_WAITING_MAX = 9;

/** No link of ours comes near it; a longer one is not looked at. */
const LINK_MAX_LENGTH = 600;

/** What other programs' phone fields hold: `+34 600 123 456`, or `tel:` without its scheme and parameters. */
const phoneSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d ()./-]*\d[\d ()./-]*$/);

/** A name as a person has one: nothing that steers a terminal, a page or the order of letters. */
const nameSchema = z
  .string()
  .trim()
  .max(120)
  .regex(/^[\p{L}\p{M}\p{N} .,'’()&/+-]+$/u)
  // Letters by name that nobody sees.
  .regex(/^\P{Default_Ignorable_Code_Point}+$/u)
  .refine(isPersonName);

const ticketNumberSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/**
 * What another program may ask for by a link:
 *
 * - `resetdesk://ticket/12`: go to ticket 12
 * - `resetdesk://scan`: open the scanner
 * - `resetdesk://new?phone=…&name=…`: a new ticket for who is calling; either may be missing
 */
export const deepLinkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ticket'), number: z.int().positive() }),
  z.strictObject({ kind: z.literal('scan') }),
  z.strictObject({ kind: z.literal('new'), phone: z.string().max(40), name: z.string().max(120) }),
]);
export type DeepLink = z.infer<typeof deepLinkSchema>;

/** What the desk is asked for; `unreadable`: a link that is not as agreed, of which nothing is known. */
export const linkRequestSchema = z.union([deepLinkSchema, z.strictObject({ kind: z.literal('unreadable') })]);
export type LinkRequest = z.infer<typeof linkRequestSchema>;

/**
 * Reads a link, which anybody can have made: a web page, a mail. Null for whatever is not wholly as agreed; nothing of it is
 * guessed or repaired. Only a name that is none is left out where there is a number.
 */
export function readDeepLink(text: string): DeepLink | null {
  if (text.length > LINK_MAX_LENGTH || !text.toLowerCase().startsWith(`${LINK_SCHEME}://`)) return null;
  // An address as browsers hand it on; its own query, so that neither a user, a port nor a fragment is looked past.
  const parts = /^[a-z]+:\/\/([a-z]+)(?:\/([^/?#]*))?\/?(?:\?([^#]*))?$/i.exec(text);
  const [, place = '', rest = '', query = ''] = parts ?? [];
  switch (place.toLowerCase()) {
    case 'ticket':
      return query === '' ? ticketLink(rest) : null;
    case 'scan':
      return rest === '' && query === '' ? { kind: 'scan' } : null;
    case 'new':
      return rest === '' ? newLink(query) : null;
    default:
      return null;
  }
}

function ticketLink(text: string): DeepLink | null {
  const number = ticketNumberSchema.safeParse(text);
  return number.success ? { kind: 'ticket', number: number.data } : null;
}

function newLink(query: string): DeepLink | null {
  const fields = fieldsOf(query);
  if (fields === null) return null;
  const given = (fields.get('phone') ?? '').trim();
  const phone = phoneOf(given);
  const named = (fields.get('name') ?? '').replaceAll('+', ' ');
  // A number with a name that is none is a call all the same.
  const name = phone === '' || nameSchema.safeParse(named).success ? named : '';
  if ([...fields.keys()].some((field) => field !== 'phone' && field !== 'name')) return null;
  if (given !== '' && !phoneSchema.safeParse(phone).success) return null;
  if (name !== '' && !nameSchema.safeParse(name).success) return null;
  return { kind: 'new', phone: phone.trim(), name: name.trim() };
}

/**
 * A plus at the beginning is one, as telephone systems do not write it as `%2B`; another is a space, as forms write one. What comes
 * after a semicolon (`;ext=12`) steers the call and is no part of the number.
 */
function phoneOf(text: string): string {
  const [number = ''] = text.split(';');
  return number.slice(0, 1) + number.slice(1).replaceAll('+', ' ');
}

/** Null where a field comes twice or is not well written. */
function fieldsOf(query: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (const part of query.split('&').filter((each) => each !== '')) {
    const equals = part.indexOf('=');
    const key = equals === -1 ? part : part.slice(0, equals);
    if (fields.has(key)) return null;
    try {
      fields.set(key, decodeURIComponent(equals === -1 ? '' : part.slice(equals + 1)));
    } catch {
      return null;
    }
  }
  return fields;
}

/** The link in the command line of a start; the last counts, and a release refuses foreign switches by itself. */
export function linkIn(args: readonly string[]): string | null {
  return args.findLast((arg) => arg.toLowerCase().startsWith(`${LINK_SCHEME}:`)) ?? null;
}
