import * as z from 'zod';
import { ownerReasonSchema, recordEntrySchema, recordKindSchema } from '../records/record-entry.ts';
import { outcomeSchema, ticketEventSchema } from '../ticket/schema.ts';
import { epochMsSchema, idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, query } from './endpoint.ts';
import { customerSchema, deviceSchema, lastResetSchema, siteSchema } from './records.ts';
import { cursorSchema } from './search-calls.ts';

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
  ...recordEntrySchema.pick({ action: true, cause: true, range: true, reason: true }).shape,
  /** Null once what it was has been erased. */
  changes: z.array(fieldChangeSchema).nullable(),
});
export type RecordEntryLine = z.infer<typeof recordEntryLineSchema>;

/** Something that happened to a device or around a customer: in one of its tickets, or to the record itself. */
export const timelineEntrySchema = z.strictObject({
  at: epochMsSchema,
  actor: z.string(),
  ticket: z.strictObject({ id: idSchema, number: z.int().positive() }).nullable(),
  /** On a customer's page: the device whose log has the entry, because it went to another owner. */
  device: z.strictObject({ id: idSchema, serial: z.string() }).nullable(),
  /** In the trail of the ticket, or else of the record. */
  sequence: z.int().positive(),
  event: ticketEventSchema.nullable(),
  entry: recordEntryLineSchema.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** A device with whose it is. */
export const deviceLineSchema = z.strictObject({ device: deviceSchema, customerName: z.string() });
export type DeviceLine = z.infer<typeof deviceLineSchema>;

/** A device of a customer, for a new call about it. */
export const ownDeviceSchema = z.strictObject({
  device: deviceSchema,
  lastReset: lastResetSchema.nullable(),
  /** Number of its open ticket, if it has one. */
  openTicketNumber: z.int().positive().nullable(),
});
export type OwnDevice = z.infer<typeof ownDeviceSchema>;

/** A customer with what tells namesakes apart. */
export const customerLineSchema = z.strictObject({
  customer: customerSchema,
  deviceCount: z.int().nonnegative(),
});
export type CustomerLine = z.infer<typeof customerLineSchema>;

const listInput = z.strictObject({
  /** Best match first; without a text, last changed first. */
  text: z.string().max(200),
  limit: z.int().min(1).max(100),
  /** `next` of the part before, of the same text. */
  after: cursorSchema.nullable(),
});

export const devicePageSchema = z.strictObject({
  device: deviceSchema,
  customer: customerSchema.nullable(),
  /** Newest first. */
  tickets: z.array(ticketLineSchema),
  /** Older tickets are left out, here and on the timeline. */
  hasMoreTickets: z.boolean(),
  /** Newest first. */
  timeline: z.array(timelineEntrySchema),
  scanCount: z.int().nonnegative(),
  lastResetAt: epochMsSchema.nullable(),
});

export const customerPageSchema = z.strictObject({
  customer: customerSchema,
  /** By name. */
  sites: z.array(siteSchema),
  devices: z.array(deviceSchema),
  /** Newest first. */
  tickets: z.array(ticketLineSchema),
  /** Older tickets are left out, here and on the timeline. */
  hasMoreTickets: z.boolean(),
  /** Newest first. */
  timeline: z.array(timelineEntrySchema),
});

/** Lists and pages of customers and devices, and their trails. */
export const recordCalls = {
  'customer.list': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: listInput,
    output: z.strictObject({ customers: z.array(customerLineSchema), next: cursorSchema.nullable() }),
  }),
  'device.list': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: listInput,
    output: z.strictObject({ devices: z.array(deviceLineSchema), next: cursorSchema.nullable() }),
  }),
  /** What is registered to a customer, the device of the newest ticket first. */
  'device.listOfCustomer': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ customerId: idSchema, limit: z.int().min(1).max(50) }),
    output: z.strictObject({ devices: z.array(ownDeviceSchema), total: z.int().nonnegative() }),
  }),
  'device.getPage': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ deviceId: idSchema }),
    output: devicePageSchema,
  }),
  'customer.getPage': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device', 'site'],
    input: z.strictObject({ customerId: idSchema }),
    output: customerPageSchema,
  }),
  /** Registers a device to another owner. Refused without a reason while somebody else owns it. */
  'device.setOwner': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      deviceId: idSchema,
      customerId: idSchema,
      reason: ownerReasonSchema.nullable().default(null),
    }),
    output: z.strictObject({ device: deviceSchema }),
  }),

  /** Whether a ticket's trail is whole: the first entry that does not fit, or null. */
  'audit.checkTicket': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ ticketId: idSchema }),
    output: z.strictObject({ brokenAt: z.int().positive().nullable() }),
  }),
  /** The trail of another record, oldest first. */
  'audit.getRecord': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device'],
    input: z.strictObject({ kind: recordKindSchema, id: idSchema }),
    output: z.strictObject({
      entries: z.array(recordEntryLineSchema),
      brokenAt: z.int().positive().nullable(),
    }),
  }),

  /** A device by itself, with a new ticket or its open one. */
  'device.openTicket': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ deviceId: idSchema }),
    output: z.strictObject({ ticketId: idSchema }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
