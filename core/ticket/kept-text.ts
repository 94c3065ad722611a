import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { type TicketEvent, ticketEventSchema } from './schema.ts';

/**
 * What an agent writes in own words can name a person, so it is not part of the hashed event: it stands beside the
 * trail, bound by a salted digest. Erasing it leaves the chain whole.
 */
const fields = { noteAdded: 'text', ownershipRecorded: 'reason', attachmentAdded: 'name' } as const;

const contentSchema = z.strictObject({
  /** Random, so that a digest of an erased text can not be found again by trying words. */
  salt: z.string(),
  text: z.string(),
});

const storedSchema = z.looseObject({ type: z.string(), textDigest: z.string().optional() });

/** An event as it is stored: the JSON that is hashed, and the JSON of its text beside it, if it has one. */
export interface StoredEvent {
  readonly eventJson: string;
  readonly textJson: string | null;
}

/** @param salt random, hex */
export function takeApart(event: TicketEvent, salt: string): StoredEvent {
  const field = fieldOf(event.type);
  const text = ownWords(event);
  if (field === null || text === null) return { eventJson: JSON.stringify(event), textJson: null };
  const textJson = JSON.stringify({ salt, text } satisfies z.infer<typeof contentSchema>);
  return {
    eventJson: JSON.stringify({ ...event, [field]: null, textDigest: digestOf(textJson) }),
    textJson,
  };
}

/** The event as the rules know it; its text is null once that was erased. Also reads events that still hold their text. */
export function putTogether({ eventJson, textJson }: StoredEvent): TicketEvent {
  const { textDigest: _digest, ...event } = storedSchema.parse(JSON.parse(eventJson));
  const field = fieldOf(event.type);
  if (field === null || textJson === null) return ticketEventSchema.parse(event);
  return ticketEventSchema.parse({ ...event, [field]: contentSchema.parse(JSON.parse(textJson)).text });
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

/** What the agent wrote; null for events without it, and once it was erased. */
export function ownWords(event: TicketEvent): string | null {
  if (event.type === 'noteAdded') return event.text;
  if (event.type === 'attachmentAdded') return event.name;
  return event.type === 'ownershipRecorded' ? event.reason : null;
}

/** The event without what the agent wrote, as once that was erased. */
export function withoutOwnWords(event: TicketEvent): TicketEvent {
  const field = fieldOf(event.type);
  return field === null ? event : ticketEventSchema.parse({ ...event, [field]: null });
}

function fieldOf(type: string): string | null {
  return Object.hasOwn(fields, type) ? fields[type as keyof typeof fields] : null;
}

function digestOf(textJson: string): string {
  return bytesToHex(sha256(utf8ToBytes(textJson)));
}
