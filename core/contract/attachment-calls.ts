import * as z from 'zod';
import { shownFileName } from '../file-name.ts';
import { attachmentSchema, MAX_ATTACHMENT_BYTES } from '../ticket/attachment.ts';
import { idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';

const contentSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length > 0 && bytes.length <= MAX_ATTACHMENT_BYTES);
const whichAttachment = z.strictObject({ attachmentId: idSchema });

/** Files of a ticket, kept in the encrypted database. */
export const attachmentCalls = {
  /** Oldest first. */
  'attachment.list': query({
    host: 'backend',
    reads: ['attachment'],
    input: z.strictObject({ ticketId: idSchema }),
    output: z.strictObject({ attachments: z.array(attachmentSchema) }),
  }),
  'attachment.add': command({
    host: 'backend',
    input: z.strictObject({
      ticketId: idSchema,
      name: z
        .string()
        .max(1000)
        .transform((name) => shownFileName(name)),
      content: contentSchema,
    }),
    output: z.strictObject({ attachment: attachmentSchema }),
  }),
  /** The content is gone at once and for good; the trail says that it was there. */
  'attachment.remove': command({ host: 'backend', input: whichAttachment, output: nothing }),

  /** In the computer's own program, from a private folder that is emptied at every start and end. */
  'attachment.open': command({
    host: 'shell',
    input: whichAttachment,
    output: z.strictObject({ result: z.enum(['opened', 'notOpened', 'mayRun']) }),
  }),
  'attachment.save': command({
    host: 'shell',
    input: whichAttachment,
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  'store.readAttachment': query({
    host: 'backend',
    caller: 'shell',
    input: whichAttachment,
    output: z.strictObject({ name: z.string(), content: contentSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
