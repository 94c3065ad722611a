import * as z from 'zod';
import { fileNameFor } from '../file-name.ts';
import { epochMsSchema, idSchema } from '../values.ts';

/** A photo or a scanned invoice has a tenth of it; videos do not belong into the desk's database. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** A file of a ticket, without its content. */
export const attachmentSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  sizeBytes: z.int().positive(),
  addedAt: epochMsSchema,
  actor: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Types that a program shows and none runs. Whatever else there is can be saved, not opened. */
const shown = /\.(?:pdf|png|jpe?g|gif|webp|heic|bmp|txt|csv|eml|mp4|docx|xlsx|odt|ods)$/i;

/** Whether a file with this name is only looked at when it is opened. */
export function canOpen(name: string): boolean {
  return shown.test(fileNameFor(name));
}
