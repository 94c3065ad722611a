import * as z from 'zod';
import { customerSchema, deviceSchema, scanSchema, siteSchema } from '../contract/records.ts';
import { outcomeSchema, ticketEventSchema } from '../ticket/schema.ts';
import { epochMsSchema } from '../values.ts';

/** Everything that the desk keeps of one customer. The content of reset QRs is a request to the vendor, and not in it. */
export const customerDataSchema = z.strictObject({
  format: z.literal('resetdesk-customer'),
  formatVersion: z.literal(1),
  exportedAt: epochMsSchema,
  customer: customerSchema.omit({ version: true }),
  sites: z.array(siteSchema.omit({ version: true })),
  devices: z.array(deviceSchema.omit({ version: true })),
  /** Oldest first. */
  tickets: z.array(
    z.strictObject({
      number: z.int().positive(),
      openedAt: epochMsSchema,
      /** Null while it is open. */
      outcome: outcomeSchema.nullable(),
      scans: z.array(scanSchema.omit({ payload: true, hasCrop: true })),
      history: z.array(z.strictObject({ at: epochMsSchema, agent: z.string(), event: ticketEventSchema })),
    }),
  ),
});
export type CustomerData = z.infer<typeof customerDataSchema>;
