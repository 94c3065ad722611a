import * as z from 'zod';
import { packageKindSchema } from './feed.ts';

/**
 * Why nothing was taken. `unreachable`: nothing is there, or it can not be read; `slow`: no answer in time; `cut`: it ended too
 * early; `insecure`: the place is neither a folder nor a server with https.
 */
export const updateRefusalSchema = z.enum([
  'insecure',
  'unreachable',
  'slow',
  'cut',
  'tooLarge',
  'redirected',
  'notAFeed',
  'wrongSignature',
  'foreignProduct',
  'older',
  'noPackage',
  'wrongHash',
  'notWritten',
]);
export type UpdateRefusal = z.infer<typeof updateRefusalSchema>;

const place = z.string();
const version = z.string();
const bytes = z.int().nonnegative();

/** How it stands with updates; `off`: no administrator has named a feed in `file`, or this build has no key to check one with. */
export const updateStateSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('off'),
    file: z.string(),
    why: z.enum(['notNamed', 'unreadable', 'noKey']),
  }),
  z.strictObject({ state: z.enum(['idle', 'looking', 'current']), place }),
  z.strictObject({
    state: z.literal('refused'),
    place,
    reason: updateRefusalSchema,
    /** Null when the feed did not get so far as to say one that is to be believed. */
    version: version.nullable(),
  }),
  z.strictObject({ state: z.literal('found'), place, version, bytes }),
  z.strictObject({ state: z.literal('fetching'), place, version, bytes, done: bytes }),
  z.strictObject({ state: z.literal('ready'), place, version, file: z.string(), kind: packageKindSchema }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

/** What the desk's log keeps of updates. */
export const updateEntrySchemas = [
  z.strictObject({
    type: z.literal('updateRefused'),
    reason: updateRefusalSchema,
    version: version.nullable(),
  }),
  z.strictObject({ type: z.literal('updateFetched'), version }),
] as const;
export const updateEntrySchema = z.discriminatedUnion('type', [...updateEntrySchemas]);
export type UpdateEntry = z.infer<typeof updateEntrySchema>;
