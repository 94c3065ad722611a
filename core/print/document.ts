import * as z from 'zod';
import { milestoneTypeSchema } from '../ticket/milestones.ts';
import { outcomeSchema } from '../ticket/schema.ts';
import { epochMsSchema, languageSchema } from '../values.ts';
import { paperSchema } from './paper.ts';

/**
 * Everything that can be on paper. There is no field for a note, a code or a password, so none can be printed.
 * Empty strings are left out.
 */
const ticketPaperSchema = z.strictObject({
  /** The customer's. */
  language: languageSchema,
  ticketNumber: z.int().positive(),
  openedAt: epochMsSchema,
  printedAt: epochMsSchema,
  outcome: outcomeSchema.nullable(),
  customerName: z.string().max(200),
  deviceModel: z.string().max(100),
  deviceSerial: z.string().max(47),
  agentName: z.string().max(100),
  shopName: z.string().max(120),
  shopPhone: z.string().max(50),
  shopAddress: z.string().max(400),
  milestones: z.array(z.strictObject({ type: milestoneTypeSchema, at: epochMsSchema })).max(20),
  /** Of a code that is still to be used. */
  codeValidUntil: epochMsSchema.nullable(),
});

export const printDocumentSchema = z.discriminatedUnion('kind', [
  /** What was done and what to do next, for the customer to keep. */
  ticketPaperSchema.extend({ kind: z.literal('handOut') }),
  /** A slip of the counter: which ticket, which device. */
  ticketPaperSchema.extend({ kind: z.literal('receipt') }),
  z.strictObject({ kind: z.literal('testPage'), language: languageSchema, paper: paperSchema }),
]);
export type PrintDocument = z.infer<typeof printDocumentSchema>;
export type TicketPaper = Exclude<PrintDocument, { kind: 'testPage' }>;
