import * as z from 'zod';
import { printDocumentSchema } from '../print/document.ts';
import { paperSchema } from '../print/paper.ts';
import { pngSchema } from './crop.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';

const draftedMailSchema = z.strictObject({
  to: z.email(),
  subject: z.string().max(500),
  /** Its variables are filled in, so it can be longer than a template. */
  body: z.string().max(10_000),
});
const mailFileResultSchema = z.enum(['opened', 'notOpened', 'saved', 'cancelled']);

/** What leaves the program: mail drafts, PDF files, paper. All of it is the shell's. */
export const outCalls = {
  /** Refused when the address that carries it is longer than every system passes on; see `mail.makeMessageFile`. */
  'mail.openDraft': command({
    host: 'shell',
    input: draftedMailSchema,
    output: z.strictObject({ isOpened: z.boolean() }),
  }),
  /** A message as a mail file: opened in the mail program, or saved where the agent wants it. */
  'mail.makeMessageFile': command({
    host: 'shell',
    input: draftedMailSchema.extend({ way: z.enum(['open', 'save']) }),
    output: z.strictObject({ result: mailFileResultSchema }),
  }),
  /**
   * The request as a mail file with the QR as a picture: opened in the mail program, or saved where the agent wants it.
   * Refused when the payload is not whole.
   */
  'mail.makeFile': command({
    host: 'shell',
    input: z.strictObject({
      way: z.enum(['open', 'save']),
      to: z.email(),
      payload: z.string().min(1).max(1100),
      qrPicture: pngSchema,
      hasTextFile: z.boolean(),
    }),
    output: z.strictObject({ result: mailFileResultSchema }),
  }),

  'print.listPrinters': query({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ printers: z.array(z.strictObject({ name: z.string(), label: z.string() })) }),
  }),
  'print.savePdf': command({
    host: 'shell',
    input: z.strictObject({ document: printDocumentSchema, paper: paperSchema }),
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  /** `printer` null asks with the system's own dialog. */
  'print.print': command({
    host: 'shell',
    input: z.strictObject({
      document: printDocumentSchema,
      paper: paperSchema,
      printer: z.string().max(200).nullable(),
    }),
    output: z.strictObject({ result: z.enum(['printed', 'cancelled', 'failed', 'noPrinter']) }),
  }),
  /** The unseen page's own calls; answered to the window that draws the document only. */
  'print.getDocument': query({
    host: 'shell',
    windows: ['print'],
    input: nothing,
    output: z.strictObject({ document: printDocumentSchema, paper: paperSchema }),
  }),
  /** The page is drawn, so high in CSS px. */
  'print.ready': command({
    host: 'shell',
    windows: ['print'],
    input: z.strictObject({ height: z.number().positive() }),
    output: nothing,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
