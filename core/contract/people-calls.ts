import * as z from 'zod';
import { customerFields } from '../records/customer-fields.ts';
import { deviceFields } from '../records/device-fields.ts';
import { typedShape } from '../records/field.ts';
import { siteFields } from '../records/site-fields.ts';
import { idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, query } from './endpoint.ts';
import { customerSchema, deviceSchema, siteSchema } from './records.ts';
import { changedTicket } from './ticket-calls.ts';

/** What an agent can type of a customer. Phones are stored in E.164 where they parse; empty entries are dropped. */
export const customerFieldsSchema = z.strictObject(typedShape(customerFields));
export type CustomerFields = z.infer<typeof customerFieldsSchema>;

const siteFieldsSchema = z.strictObject(typedShape(siteFields));

/** What can be changed of a device by itself. */
const deviceFieldsSchema = z.strictObject(typedShape(deviceFields));
export type DeviceFields = z.infer<typeof deviceFieldsSchema>;

/** Customers, their sites and their devices. */
export const peopleCalls = {
  'customer.search': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.strictObject({ customers: z.array(customerSchema) }),
  }),
  /** Makes a customer and attaches it to the ticket in one step. */
  'customer.create': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      ticketId: idSchema,
      ...customerFieldsSchema.shape,
      language: customerFieldsSchema.shape.language.default(null),
      notes: customerFieldsSchema.shape.notes.default(''),
    }),
    output: changedTicket,
  }),
  'customer.update': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      customerId: idSchema,
      version: z.int().positive(),
      change: customerFieldsSchema.partial(),
    }),
    output: z.strictObject({ customer: customerSchema }),
  }),
  /** By name. */
  'site.listOfCustomer': query({
    host: 'backend',
    reads: ['site'],
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({ sites: z.array(siteSchema) }),
  }),
  'site.create': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ customerId: idSchema, ...siteFieldsSchema.shape }),
    output: z.strictObject({ site: siteSchema }),
  }),
  'site.update': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      siteId: idSchema,
      version: z.int().positive(),
      change: siteFieldsSchema.partial(),
    }),
    output: z.strictObject({ site: siteSchema }),
  }),
  'device.update': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      deviceId: idSchema,
      version: z.int().positive(),
      change: deviceFieldsSchema.partial(),
    }),
    output: z.strictObject({ device: deviceSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
