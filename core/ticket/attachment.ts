import * as z from 'zod';
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
  return shown.test(name);
}

/** A name that every file system takes: no path, no signs of theirs, not too long, with its ending. */
export function fileNameFor(name: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, plain.length - ending.length).slice(0, 100) || 'attachment'}${ending}`;
}
