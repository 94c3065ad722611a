import * as z from 'zod';
import { deviceKindSchema, idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, event, query } from './endpoint.ts';
import { customerSchema, deviceSchema } from './records.ts';
import { changedTicket } from './ticket-calls.ts';

/** Customers and their devices. */
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
      name: z.string().max(200),
      phone: z.string().max(50),
      email: z.string().max(254),
    }),
    output: changedTicket,
  }),
  'customer.update': command({
    host: 'backend',
    input: z.strictObject({
      customerId: idSchema,
      version: z.int().positive(),
      change: z
        .strictObject({ name: z.string().max(200), phone: z.string().max(50), email: z.string().max(254) })
        .partial(),
    }),
    output: z.strictObject({ customer: customerSchema }),
  }),
  'customer.changed': event({
    host: 'backend',
    payload: z.strictObject({ customerId: idSchema, version: z.int() }),
  }),
  'device.update': command({
    host: 'backend',
    input: z.strictObject({
      deviceId: idSchema,
      version: z.int().positive(),
      change: z.strictObject({ model: z.string().max(100), kind: deviceKindSchema }).partial(),
    }),
    output: z.strictObject({ device: deviceSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
