import * as z from 'zod';
import { outcomeSchema, ticketEventSchema, ticketStateSchema } from '../ticket/schema.ts';
import { nextEventKindSchema } from '../ticket/timers.ts';
import {
  deviceKindSchema,
  epochMsSchema,
  fingerprintSchema,
  idSchema,
  scanSourceSchema,
  serialSchema,
} from '../values.ts';

/** A person or company that owns devices. Empty strings mean "not known yet". */
export const customerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** As typed; search uses its digits. */
  phone: z.string(),
  email: z.string(),
  version: z.int().positive(),
});
export type Customer = z.infer<typeof customerSchema>;

export const deviceSchema = z.strictObject({
  id: idSchema,
  serial: serialSchema,
  kind: deviceKindSchema,
  model: z.string(),
  customerId: idSchema.nullable(),
  version: z.int().positive(),
});
export type Device = z.infer<typeof deviceSchema>;

/** What is kept of a scan after the payload is purged. */
export const scanSchema = z.strictObject({
  id: idSchema,
  fingerprint: fingerprintSchema,
  /** The 14 plain characters before the encrypted part; see domain note 1.1. */
  header: z.string().length(14),
  source: scanSourceSchema,
  qrVersion: z.int().min(1).max(40).nullable(),
  ecLevel: z.enum(['L', 'M', 'Q', 'H']).nullable(),
  maskPattern: z.int().min(0).max(7).nullable(),
  /** The whole text, while the ticket is open; null once purged. */
  payload: z.string().nullable(),
  /** A picture of the code is kept with it, until the ticket closes; see `scan.getCrop`. */
  hasCrop: z.boolean(),
  scannedAt: epochMsSchema,
});
export type Scan = z.infer<typeof scanSchema>;

export const laneSchema = z.enum(['now', 'waiting', 'closed']);
export type Lane = z.infer<typeof laneSchema>;

/** One row of the queue. */
export const ticketRowSchema = z.strictObject({
  id: idSchema,
  number: z.int().positive(),
  lane: laneSchema,
  stepId: z.string(),
  playbookId: z.string(),
  customerName: z.string(),
  customerPhone: z.string(),
  serial: z.string().nullable(),
  deviceModel: z.string(),
  outcome: outcomeSchema.nullable(),
  /** When the ticket next wants attention (code expiry, end of a lock), if it does. */
  nextEventAt: epochMsSchema.nullable(),
  /** Null exactly when `nextEventAt` is. */
  nextEventKind: nextEventKindSchema.nullable(),
  updatedAt: epochMsSchema,
});
export type TicketRow = z.infer<typeof ticketRowSchema>;

/** An event with its place in the ticket's audit trail. */
export const ticketEventRecordSchema = z.strictObject({
  sequence: z.int().positive(),
  at: epochMsSchema,
  actor: z.string(),
  event: ticketEventSchema,
  hash: z.string(),
});
export type TicketEventRecord = z.infer<typeof ticketEventRecordSchema>;

/** Everything the workspace shows of one ticket. */
export const ticketDetailsSchema = z.strictObject({
  id: idSchema,
  number: z.int().positive(),
  lane: laneSchema,
  version: z.int().positive(),
  openedAt: epochMsSchema,
  state: ticketStateSchema,
  customer: customerSchema.nullable(),
  device: deviceSchema.nullable(),
  /** Newest first. */
  scans: z.array(scanSchema),
  /** Oldest first. */
  history: z.array(ticketEventRecordSchema),
  /** Other tickets of the same device, newest first. */
  otherTickets: z.array(ticketRowSchema),
});
export type TicketDetails = z.infer<typeof ticketDetailsSchema>;
