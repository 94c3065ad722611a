import * as z from 'zod';
import {
  deviceKindSchema,
  generationSchema,
  idSchema,
  languageSchema,
  vendorFamilySchema,
} from '../values.ts';
import { command, type Endpoint, type EventOf, event, query } from './endpoint.ts';
import { customerSchema, deviceSchema, siteSchema } from './records.ts';
import { changedTicket } from './ticket-calls.ts';

/** What an agent can type of a customer. Phones are stored in E.164 where they parse; empty entries are dropped. */
export const customerFieldsSchema = z.strictObject({
  name: z.string().max(200),
  phones: z.array(z.string().max(50)).max(20),
  emails: z.array(z.string().max(254)).max(20),
  language: languageSchema.nullable(),
  notes: z.string().max(4000),
});
export type CustomerFields = z.infer<typeof customerFieldsSchema>;

const siteFieldsSchema = z.strictObject({ name: z.string().max(200), address: z.string().max(1000) });

/** Customers, their sites and their devices. */
export const peopleCalls = {
  'customer.search': query({
    host: 'backend',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.strictObject({ customers: z.array(customerSchema) }),
  }),
  /** Makes a customer and attaches it to the ticket in one step. */
  'customer.create': command({
    host: 'backend',
    input: z.strictObject({
      ticketId: idSchema,
      ...customerFieldsSchema.shape,
      language: languageSchema.nullable().default(null),
      notes: customerFieldsSchema.shape.notes.default(''),
    }),
    output: changedTicket,
  }),
  'customer.update': command({
    host: 'backend',
    input: z.strictObject({
      customerId: idSchema,
      version: z.int().positive(),
      change: customerFieldsSchema.partial(),
    }),
    output: z.strictObject({ customer: customerSchema }),
  }),
  'customer.changed': event({
    host: 'backend',
    payload: z.strictObject({ customerId: idSchema, version: z.int() }),
  }),
  /** By name. */
  'site.listOfCustomer': query({
    host: 'backend',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({ sites: z.array(siteSchema) }),
  }),
  'site.create': command({
    host: 'backend',
    input: z.strictObject({ customerId: idSchema, ...siteFieldsSchema.shape }),
    output: z.strictObject({ site: siteSchema }),
  }),
  'site.update': command({
    host: 'backend',
    input: z.strictObject({
      siteId: idSchema,
      version: z.int().positive(),
      change: siteFieldsSchema.partial(),
    }),
    output: z.strictObject({ site: siteSchema }),
  }),
  /** A site was made or changed. */
  'site.changed': event({
    host: 'backend',
    payload: z.strictObject({ siteId: idSchema, customerId: idSchema, version: z.int() }),
  }),
  'device.update': command({
    host: 'backend',
    input: z.strictObject({
      deviceId: idSchema,
      version: z.int().positive(),
      change: z
        .strictObject({
          model: z.string().max(100),
          kind: deviceKindSchema,
          vendorFamily: vendorFamilySchema.nullable(),
          generation: generationSchema.nullable(),
          siteId: idSchema.nullable(),
        })
        .partial(),
    }),
    output: z.strictObject({ device: deviceSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
