import * as z from 'zod';
import { deskEntrySchema } from '../desk-log/desk-entry.ts';
import { customerDataSchema } from '../privacy/customer-data.ts';
import { retentionSchema } from '../privacy/retention.ts';
import { epochMsSchema, idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';
import { actorSchema } from './rpc.ts';

const count = z.int().nonnegative();
const whichCustomer = z.strictObject({ customerId: idSchema });

/** What an erasure would take, and where the data is still held afterwards. */
export const erasePreviewSchema = z.strictObject({
  phones: count,
  emails: count,
  hasNotes: z.boolean(),
  sites: count,
  /** Stay, as what the tickets were about. */
  devices: count,
  /** Closed ones; they stay, without what was written of the person. */
  tickets: count,
  /** Numbers of open tickets: with any, nothing can be erased. */
  openTickets: z.array(z.int().positive()),
  /** Notes and reasons that agents wrote in the tickets. */
  texts: count,
  attachments: count,
  /** Customers that were merged into this one, whose former details go as well. */
  formerRecords: count,
  backups: z.strictObject({
    count,
    /** When the rotation of daily, weekly and monthly backups has removed the last of them, epoch ms. */
    goneAt: epochMsSchema,
    /** Of them, those from before an update: they stay until two later updates. */
    beforeUpdate: count,
    /** Former files that were set aside by a restore, a rescue or damage; nothing removes them by itself. */
    setAside: count,
  }),
  /** Set when the customer's data was erased before. */
  erasedAt: epochMsSchema.nullable(),
});
export type ErasePreview = z.infer<typeof erasePreviewSchema>;

/** What the desk does with persons' data: shows it, hands it out, erases it. */
export const privacyCalls = {
  'customer.previewErase': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device', 'site', 'attachment'],
    input: whichCustomer,
    output: erasePreviewSchema,
  }),
  /** Removes what identifies the person, in every place but older backups. Can not be undone; refused with open tickets. */
  'customer.erase': command({
    host: 'backend',
    input: whichCustomer.extend({ nameInstead: z.string().trim().min(1).max(100) }),
    output: z.strictObject({ tickets: count }),
  }),
  /** Lets the agent choose a file for everything that is kept of a customer. `page` is to be read, `data` to be processed. */
  'customer.saveData': command({
    host: 'shell',
    input: whichCustomer.extend({ form: z.enum(['page', 'data']) }),
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  'store.readCustomerData': query({
    host: 'backend',
    caller: 'shell',
    input: whichCustomer,
    output: customerDataSchema,
  }),
  /** The file is written and gets its name next. */
  'store.noteCustomerData': command({
    host: 'backend',
    caller: 'shell',
    input: whichCustomer.extend({ actor: actorSchema }),
    output: nothing,
  }),

  /** How much the rules would erase today. */
  'retention.preview': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'attachment'],
    input: retentionSchema,
    output: z.strictObject({ customers: count, attachments: count }),
  }),

  /** What was done with the records as a whole, newest first. */
  'desk.getLog': query({
    host: 'backend',
    reads: ['deskLog'],
    input: z.strictObject({ limit: z.int().min(1).max(1000) }),
    output: z.strictObject({
      /** The first entry that is not what was recorded; null for a whole log. */
      brokenAt: z.int().positive().nullable(),
      count: z.int().nonnegative(),
      entries: z.array(
        z.strictObject({
          sequence: z.int(),
          /** Epoch ms; what somebody has written into it by hand may be any number. */
          at: z.int(),
          actor: z.string(),
          /** Null for one that no version of the program writes. */
          entry: deskEntrySchema.nullable(),
        }),
      ),
    }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
