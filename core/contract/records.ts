import * as z from 'zod';
import { playbookDifferencesSchema } from '../playbook/desks-own.ts';
import { localizedTextSchema } from '../playbook/text.ts';
import { customerFields } from '../records/customer-fields.ts';
import { deviceFields } from '../records/device-fields.ts';
import { storedShape } from '../records/field.ts';
import { siteFields } from '../records/site-fields.ts';
import { deviceUseSchema } from '../ticket/device-use.ts';
import {
  contradictedLimitSchema,
  failureReasonSchema,
  outcomeSchema,
  prioritySchema,
  ticketEventSchema,
  ticketStateSchema,
} from '../ticket/schema.ts';
import { nextEventKindSchema } from '../ticket/timers.ts';
import { epochMsSchema, fingerprintSchema, idSchema, scanSourceSchema } from '../values.ts';

/** A person or company that owns devices. */
export const customerSchema = z.strictObject({
  id: idSchema,
  ...storedShape(customerFields),
  version: z.int().positive(),
});
export type Customer = z.infer<typeof customerSchema>;

/** A place of a customer where devices are. */
export const siteSchema = z.strictObject({
  id: idSchema,
  ...storedShape(siteFields),
  version: z.int().positive(),
});
export type Site = z.infer<typeof siteSchema>;

export const deviceSchema = z.strictObject({
  id: idSchema,
  ...storedShape(deviceFields),
  version: z.int().positive(),
});
export type Device = z.infer<typeof deviceSchema>;

/** When a device was last reset, and in which ticket. */
export const lastResetSchema = z.strictObject({
  ticketId: idSchema,
  ticketNumber: z.int().positive(),
  at: epochMsSchema,
});
export type LastReset = z.infer<typeof lastResetSchema>;

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

/** Tickets by lane; `unassigned` are those of the open lanes that belong to nobody. */
export const laneCountsSchema = z.strictObject({
  now: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  closed: z.int().nonnegative(),
  unassigned: z.int().nonnegative(),
});
export type LaneCounts = z.infer<typeof laneCountsSchema>;

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
  failureReason: failureReasonSchema.nullable(),
  assignee: z.string().nullable(),
  priority: prioritySchema,
  tags: z.array(z.string()),
  /** When the ticket next wants attention (code expiry, end of a lock), if it does. */
  nextEventAt: epochMsSchema.nullable(),
  /** Null exactly when `nextEventAt` is. */
  nextEventKind: nextEventKindSchema.nullable(),
  openedAt: epochMsSchema,
  updatedAt: epochMsSchema,
});
export type TicketRow = z.infer<typeof ticketRowSchema>;

/** A procedure, or a file that should be one. */
export const listedPlaybookSchema = z.strictObject({
  /** Empty for a file that could not be read so far. */
  id: z.string(),
  version: z.int().positive().nullable(),
  title: localizedTextSchema.nullable(),
  /** In the supervisor's folder; null for what the app was built with. */
  file: z.string().nullable(),
  /**
   * `replaced`: another one with the same id has a higher version. `waiting`: a file that nobody has approved yet. `declined`: one
   * that somebody has refused. `refused`: it can not be used as it is.
   */
  state: z.enum(['inUse', 'replaced', 'waiting', 'declined', 'refused']),
  /** What a decision about a file is kept by; null for the app's own and for what can not be used. */
  digest: z.string().nullable(),
  /** Against the app's procedure of the same id; null where `digest` is. */
  differences: playbookDifferencesSchema.nullable(),
  problems: z.array(
    z.strictObject({
      /** Counted from 1; null for what is about the playbook as a whole. */
      place: z.strictObject({ line: z.int().positive(), column: z.int().positive() }).nullable(),
      /** `steps[3].answers[0].leadsTo`, or empty. */
      path: z.string(),
      reason: z.string(),
    }),
  ),
});
export type ListedPlaybook = z.infer<typeof listedPlaybookSchema>;

/** A limit that devices went past, whatever its source says. */
export const contradictedSourceSchema = z.strictObject({
  condition: contradictedLimitSchema,
  /** What the source says; null where the procedure, one of the desk's own, names none. */
  fact: z.strictObject({ statement: localizedTextSchema, source: z.string() }).nullable(),
  times: z.int().positive(),
  /** Where it was recorded, newest first. */
  tickets: z.array(z.strictObject({ id: idSchema, number: z.int().positive() })),
});
export type ContradictedSource = z.infer<typeof contradictedSourceSchema>;

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
  /** Who calls. */
  customer: customerSchema.nullable(),
  device: deviceSchema.nullable(),
  /** Whom the device is registered to; not always who calls. */
  owner: customerSchema.nullable(),
  lastReset: lastResetSchema.nullable(),
  /** Where the device is. */
  site: siteSchema.nullable(),
  /** Newest first. */
  scans: z.array(scanSchema),
  /** Oldest first. */
  history: z.array(ticketEventRecordSchema),
  /** What other tickets of the device used of its limits; null when none did lately. */
  deviceUse: deviceUseSchema.nullable(),
  /** Other tickets of the same device, newest first. */
  otherTickets: z.array(ticketRowSchema),
});
export type TicketDetails = z.infer<typeof ticketDetailsSchema>;
