import * as z from 'zod';
import { recordEntrySchema, recordKindSchema } from '../records/record-entry.ts';
import { outcomeSchema, ticketEventSchema } from '../ticket/schema.ts';
import { epochMsSchema, idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, query } from './endpoint.ts';
import { customerSchema, deviceSchema } from './records.ts';

/** A ticket in one line of a record's page. */
export const ticketLineSchema = z.strictObject({
  id: idSchema,
  number: z.int().positive(),
  /** Null while it is open. */
  outcome: outcomeSchema.nullable(),
  openedAt: epochMsSchema,
});
export type TicketLine = z.infer<typeof ticketLineSchema>;

/** What an entry of a record's log changed, as text; other records are named. */
export const fieldChangeSchema = z.strictObject({
  name: z.string(),
  before: z.string(),
  after: z.string(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** An entry of a record's log with its place in the trail. */
export const recordEntryLineSchema = z.strictObject({
  sequence: z.int().positive(),
  at: epochMsSchema,
  actor: z.string(),
  ...recordEntrySchema.pick({ action: true, cause: true, range: true }).shape,
  /** Null once what it was has been erased. */
  changes: z.array(fieldChangeSchema).nullable(),
});
export type RecordEntryLine = z.infer<typeof recordEntryLineSchema>;

/** Something that happened to a device or around a customer: in one of its tickets, or to the record itself. */
export const timelineEntrySchema = z.strictObject({
  at: epochMsSchema,
  actor: z.string(),
  ticket: z.strictObject({ id: idSchema, number: z.int().positive() }).nullable(),
  event: ticketEventSchema.nullable(),
  entry: recordEntryLineSchema.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** A device with whose it is. */
export const deviceLineSchema = z.strictObject({ device: deviceSchema, customerName: z.string() });
export type DeviceLine = z.infer<typeof deviceLineSchema>;

export const devicePageSchema = z.strictObject({
  device: deviceSchema,
  customer: customerSchema.nullable(),
  /** Newest first. */
  tickets: z.array(ticketLineSchema),
  /** Newest first. */
  timeline: z.array(timelineEntrySchema),
  scanCount: z.int().nonnegative(),
  lastResetAt: epochMsSchema.nullable(),
});

export const customerPageSchema = z.strictObject({
  customer: customerSchema,
  devices: z.array(deviceSchema),
  /** Newest first. */
  tickets: z.array(ticketLineSchema),
  /** Newest first. */
  timeline: z.array(timelineEntrySchema),
});

/** How a field of a merged record comes about: the one that stays, the other, or both (lists and notes). */
export const mergeChoiceSchema = z.enum(['kept', 'other', 'both']);
export type MergeChoice = z.infer<typeof mergeChoiceSchema>;

const pair = z.strictObject({
  /** The one that stays. */
  keptId: idSchema,
  /** The one that goes into it. */
  otherId: idSchema,
});

/** Pages of customers and devices, their trails, doubles and merging. */
export const recordCalls = {
  'device.search': query({
    host: 'backend',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100) }),
    output: z.strictObject({ devices: z.array(deviceLineSchema) }),
  }),
  'device.getPage': query({
    host: 'backend',
    input: z.strictObject({ deviceId: idSchema }),
    output: devicePageSchema,
  }),
  'customer.getPage': query({
    host: 'backend',
    input: z.strictObject({ customerId: idSchema }),
    output: customerPageSchema,
  }),
  /** Gives a device to another owner. */
  'device.setOwner': command({
    host: 'backend',
    input: z.strictObject({ deviceId: idSchema, customerId: idSchema }),
    output: z.strictObject({ device: deviceSchema }),
  }),

  /** Whether a ticket's trail is whole: the first entry that does not fit, or null. */
  'audit.checkTicket': query({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema }),
    output: z.strictObject({ brokenAt: z.int().positive().nullable() }),
  }),
  /** The trail of another record, oldest first. */
  'audit.getRecord': query({
    host: 'backend',
    input: z.strictObject({ kind: recordKindSchema, id: idSchema }),
    output: z.strictObject({
      entries: z.array(recordEntryLineSchema),
      brokenAt: z.int().positive().nullable(),
    }),
  }),

  /** Customers that could be this one: same phone or mail address, or the same name. */
  'customer.findDoubles': query({
    host: 'backend',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({ customers: z.array(customerSchema) }),
  }),
  /** Devices whose serials read like this one: 0 and O, 1 and I, 8 and B... */
  'device.findLookAlikes': query({
    host: 'backend',
    input: z.strictObject({ serial: z.string().max(80) }),
    output: z.strictObject({ devices: z.array(deviceLineSchema) }),
  }),
  'customer.previewMerge': query({
    host: 'backend',
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
    input: pair.extend({ choices: z.record(z.string(), mergeChoiceSchema) }),
    output: z.strictObject({ customer: customerSchema }),
  }),
  /** For a serial that was typed wrong: its tickets go to the right device, and the wrong one is removed. */
  'device.merge': command({
    host: 'backend',
    input: pair,
    output: z.strictObject({ device: deviceSchema }),
  }),
  /** A device by itself, with a new ticket or its open one. */
  'device.openTicket': command({
    host: 'backend',
    input: z.strictObject({ deviceId: idSchema }),
    output: z.strictObject({ ticketId: idSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
