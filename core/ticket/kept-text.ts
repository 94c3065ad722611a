import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { type TicketEvent, ticketEventSchema } from './schema.ts';

/**
 * What an agent writes in own words can name a person, so it is not part of the hashed event: it stands beside the
 * trail, bound by a salted digest. Erasing it leaves the chain whole.
 */
const fields: Readonly<Partial<Record<TicketEvent['type'], OwnFields>>> = {
  noteAdded: { text: 'text' },
  ownershipRecorded: { text: 'reason', list: 'ownEvidence' },
  attachmentAdded: { text: 'name' },
  tagsChanged: { list: 'tags' },
};

/** Which fields of an event hold own words: one text, one list of short texts, or both. */
interface OwnFields {
  readonly text?: string;
  readonly list?: string;
}

const contentSchema = z.strictObject({
  /** Random, so that a digest of an erased text can not be found again by trying words. */
  salt: z.string(),
  text: z.string().nullable(),
  /** Early versions kept lists in the event. */
  list: z.array(z.string()).optional(),
});

const storedSchema = z.looseObject({ type: z.string(), textDigest: z.string().optional() });

/** An event as it is stored: the JSON that is hashed, and the JSON of its text beside it, if it has one. */
export interface StoredEvent {
  readonly eventJson: string;
  readonly textJson: string | null;
}

/** @param salt random, hex */
export function takeApart(event: TicketEvent, salt: string): StoredEvent {
  if (!hasOwnWords(event)) return { eventJson: JSON.stringify(event), textJson: null };
  const { list } = fieldsOf(event.type);
  const words = list === undefined ? {} : { list: [...listOf(event)] };
  const content: z.infer<typeof contentSchema> = { salt, text: ownWords(event), ...words };
  const textJson = JSON.stringify(content);
  return {
    eventJson: JSON.stringify({ ...event, ...emptied(event.type), textDigest: digestOf(textJson) }),
    textJson,
  };
}

/** The event as the rules know it; its text is null once that was erased. Also reads events that still hold their text. */
export function putTogether({ eventJson, textJson }: StoredEvent): TicketEvent {
  const { textDigest: _digest, ...event } = storedSchema.parse(JSON.parse(eventJson));
  const names = fieldsOf(event.type);
  if (textJson === null) return ticketEventSchema.parse(event);
  const { text, list } = contentSchema.parse(JSON.parse(textJson));
  const words = names.text === undefined ? {} : { [names.text]: text };
  const lists = names.list === undefined || list === undefined ? {} : { [names.list]: list };
  return ticketEventSchema.parse({ ...event, ...words, ...lists });
}

/** Whether the text beside an event is the one that was recorded. */
export function fitsText({
  eventJson,
  textJson,
}: {
  readonly eventJson: string;
  readonly textJson: string;
}): boolean {
  return storedSchema.parse(JSON.parse(eventJson)).textDigest === digestOf(textJson);
}

/** Whether an event had a text beside it. */
export function namesText(eventJson: string): boolean {
  return (
    eventJson.includes('"textDigest":"') && storedSchema.parse(JSON.parse(eventJson)).textDigest !== undefined
  );
}

/** What the agent wrote as a text; null for events without it, and once it was erased. */
export function ownWords(event: TicketEvent): string | null {
  if (event.type === 'noteAdded') return event.text;
  if (event.type === 'attachmentAdded') return event.name;
  return event.type === 'ownershipRecorded' ? event.reason : null;
}

/** Whether an event holds anything that the agent wrote. */
export function hasOwnWords(event: TicketEvent): boolean {
  return ownWords(event) !== null || listOf(event).length > 0;
}

/** The event without what the agent wrote, as once that was erased. */
export function withoutOwnWords(event: TicketEvent): TicketEvent {
  return ticketEventSchema.parse({ ...event, ...emptied(event.type) });
}

function listOf(event: TicketEvent): readonly string[] {
  if (event.type === 'tagsChanged') return event.tags ?? [];
  return event.type === 'ownershipRecorded' ? event.ownEvidence : [];
}

/** Tags that are gone are not the same as none. */
function emptied(type: string): Readonly<Record<string, unknown>> {
  const { text, list } = fieldsOf(type);
  return {
    ...(text === undefined ? {} : { [text]: null }),
    ...(list === undefined ? {} : { [list]: type === 'tagsChanged' ? null : [] }),
  };
}

function fieldsOf(type: string): OwnFields {
  return (Object.hasOwn(fields, type) && fields[type as keyof typeof fields]) || {};
}

function digestOf(textJson: string): string {
  return bytesToHex(sha256(utf8ToBytes(textJson)));
}
