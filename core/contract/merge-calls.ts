import * as z from 'zod';
import { customerChoicesSchema, deviceChoicesSchema } from '../records/merge.ts';
import { sharedFieldSchema } from '../records/shared-field.ts';
import { idSchema, serialSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, query } from './endpoint.ts';
import { customerFieldsSchema } from './people-calls.ts';
import { deviceLineSchema } from './record-calls.ts';
import { customerSchema, deviceSchema } from './records.ts';

/** Another customer who could be the same one, and why. */
export const doubleSchema = z.strictObject({ customer: customerSchema, shared: sharedFieldSchema });
export type Double = z.infer<typeof doubleSchema>;

const pair = z.strictObject({
  /** The one that stays. */
  keptId: idSchema,
  /** The one that goes into it. */
  otherId: idSchema,
});

/** Records that could be one, and making them one. */
export const mergeCalls = {
  /** Customers that could be this one: same phone or mail address, or the same name. */
  'customer.findDoubles': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({ doubles: z.array(doubleSchema) }),
  }),
  /** The same for a customer that is still being typed. */
  'customer.suggest': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: customerFieldsSchema.pick({ name: true, phones: true, emails: true }),
    output: z.strictObject({ doubles: z.array(doubleSchema) }),
  }),
  /** Devices whose serials read like this one: 0 and O, 1 and I, 8 and B... */
  'device.findLookAlikes': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ serial: serialSchema }),
    output: z.strictObject({ devices: z.array(deviceLineSchema) }),
  }),
  /** Known devices whose serials begin like what has been typed so far, or read like it. */
  'device.suggest': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ typed: z.string().regex(/^[A-Z0-9]{0,47}$/) }),
    output: z.strictObject({ devices: z.array(deviceLineSchema) }),
  }),
  'customer.previewMerge': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: pair,
    output: z.strictObject({
      kept: customerSchema,
      other: customerSchema,
      deviceCount: z.int().nonnegative(),
      ticketCount: z.int().nonnegative(),
    }),
  }),
  /** Devices and tickets of the other go to the one that stays, and the other is removed. Can be undone for 30 days. */
  'customer.merge': command({
    host: 'backend',
    undoable: true,
    input: pair.extend({ choices: customerChoicesSchema }),
    output: z.strictObject({ customer: customerSchema }),
  }),
  'device.previewMerge': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: pair,
    output: z.strictObject({
      kept: deviceLineSchema,
      other: deviceLineSchema,
      ticketCount: z.int().nonnegative(),
    }),
  }),
  /** For a serial that was typed wrong: its tickets go to the right device, and the wrong one is removed. */
  'device.merge': command({
    host: 'backend',
    undoable: true,
    input: pair.extend({ choices: deviceChoicesSchema }),
    output: z.strictObject({ device: deviceSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
