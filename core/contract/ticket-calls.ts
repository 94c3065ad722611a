import * as z from 'zod';
import { situationSchema } from '../playbook/situation.ts';
import { deviceFields } from '../records/device-fields.ts';
import {
  assigneeSchema,
  evidenceSchema,
  failureReasonSchema,
  outcomeSchema,
  ownProofSchema,
  prioritySchema,
  tagsSchema,
} from '../ticket/schema.ts';
import {
  deviceKindSchema,
  epochMsSchema,
  fingerprintSchema,
  idSchema,
  scanSourceSchema,
  serialSchema,
} from '../values.ts';
import { cropSchema } from './crop.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';
import { laneCountsSchema, laneSchema, ticketDetailsSchema, ticketRowSchema } from './records.ts';

const ticketId = z.strictObject({ ticketId: idSchema });
/** What every command on a ticket answers. */
export const changedTicket = z.strictObject({ ticket: ticketDetailsSchema });

/** Why ownership was not accepted. */
const refusalReasonSchema = z.string().trim().min(1).max(500);

/** A reset QR as the scanner read it. The payload is a request the owner must see through, not a secret code. */
export const resetScanSchema = z.strictObject({
  payload: z.string().min(94).max(1100),
  source: scanSourceSchema,
  qrVersion: z.int().min(1).max(40).nullable(),
  ecLevel: z.enum(['L', 'M', 'Q', 'H']).nullable(),
  maskPattern: z.int().min(0).max(7).nullable(),
  /** What the code looked like, as evidence; only where the agent's settings ask for it. */
  crop: cropSchema.optional(),
});
export type ResetScan = z.infer<typeof resetScanSchema>;

/** What names a device. */
const deviceNameSchema = z.strictObject({
  serial: serialSchema,
  deviceKind: deviceKindSchema,
  model: deviceFields.model.typed,
});

/** A ticket in few words, to tell it from another. */
const ticketSideSchema = z.strictObject({
  ticketId: idSchema,
  ticketNumber: z.int().positive(),
  /** Empty where nobody is named. */
  customerName: z.string(),
  serial: serialSchema.nullable(),
  /** Recorded proofs count until the ticket goes on for somebody else. */
  isOwnershipConfirmed: z.boolean(),
  scanCount: z.int().nonnegative(),
});
export type TicketSide = z.infer<typeof ticketSideSchema>;

/**
 * Why what was scanned or typed may not belong to the ticket in hand.
 *
 * - `anotherCode`: the ticket has a code, and this is another one: its page was refreshed, or it is the next customer's
 * - `anotherDevice`: it names, or was seen on, another device than the ticket's
 * - `anotherCustomer`: the device, or the code, has an open ticket of another customer
 */
export const misfitSchema = z.strictObject({
  reason: z.enum(['anotherCode', 'anotherDevice', 'anotherCustomer']),
  own: ticketSideSchema,
  /** The device that it names or was seen on. */
  serial: serialSchema.nullable(),
  /** Whom that device is registered to; empty where nobody is known. */
  ownerName: z.string(),
  /** The open ticket that has this code or this device. */
  other: ticketSideSchema.nullable(),
  /** `other` is of another customer than the one who is named here. */
  isOfTwoCustomers: z.boolean(),
  /** The serial itself is in hand; else it is only known of the code. */
  isNamed: z.boolean(),
  /** Whether it can be put into this ticket all the same: not where `other` has the code itself. */
  canBeHere: z.boolean(),
});
export type Misfit = z.infer<typeof misfitSchema>;

/** Reset tickets and their scans. */
export const ticketCalls = {
  'ticket.list': query({
    host: 'backend',
    input: z.strictObject({
      lane: laneSchema,
      /** Name in any case, digits inside a phone or serial, or a ticket number. */
      search: z.string().max(200),
      limit: z.int().min(1).max(200),
      /** `updatedAt` and id of the last row of the page before. */
      after: z.strictObject({ updatedAt: epochMsSchema, id: idSchema }).nullable(),
    }),
    output: z.strictObject({
      rows: z.array(ticketRowSchema),
      hasMore: z.boolean(),
      counts: laneCountsSchema,
    }),
  }),
  /** Not old by every change of a ticket: windows read it again by its version, and not where a command's answer brings it. */
  'ticket.get': query({
    host: 'backend',
    reads: ['ticket', 'customer', 'device', 'site'],
    input: ticketId,
    output: changedTicket,
  }),
  /**
   * Brings up the ticket for what the agent has in hand: a QR seen before or a known serial opens the device's
   * open ticket (`isExisting`), anything else a new one.
   */
  'ticket.open': command({
    host: 'backend',
    undoable: true,
    input: z.discriminatedUnion('by', [
      z.strictObject({
        by: z.literal('resetQr'),
        scan: resetScanSchema,
        /** What the label says that was seen together with the code; counts where the code is not known. */
        label: deviceNameSchema.nullable().default(null),
      }),
      /** A customer without an open call: always a new ticket. */
      z.strictObject({ by: z.literal('customer'), customerId: idSchema }),
      z.strictObject({ by: z.literal('serial'), ...deviceNameSchema.shape }),
      z.strictObject({ by: z.literal('hand') }),
    ]),
    output: z.strictObject({ ticket: ticketDetailsSchema, isExisting: z.boolean() }),
  }),
  /** If another open ticket already has this QR, nothing changes and `ticket` is that other one (`isOther`). */
  'ticket.recordScan': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, scan: resetScanSchema }),
    output: z.strictObject({ ticket: ticketDetailsSchema, isOther: z.boolean() }),
  }),
  /**
   * Gives the ticket its device, making the device if it is new. If the device has another open ticket, this one's scan
   * moves there, this one closes as `merged`, and `ticket` is the other one (`isOther`). A `conflict` when that one is of another
   * customer and the agent has not agreed; see `ticket.checkFit`.
   */
  'ticket.attachDevice': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      ticketId: idSchema,
      serial: serialSchema,
      deviceKind: deviceKindSchema,
      model: deviceFields.model.typed,
      isMergeAgreed: z.boolean().default(false),
    }),
    output: z.strictObject({ ticket: ticketDetailsSchema, isOther: z.boolean() }),
  }),
  /**
   * Whether a code or serial in hand belongs to this ticket, by all that is known; null where nothing speaks against it. Asked
   * before `ticket.recordScan` and `ticket.attachDevice`, which would put it there.
   */
  'ticket.checkFit': query({
    host: 'backend',
    input: z.strictObject({
      ticketId: idSchema,
      /** Of a reset QR. */
      fingerprint: fingerprintSchema.nullable(),
      /** From a label, or typed. */
      serial: serialSchema.nullable(),
    }),
    output: z.strictObject({ misfit: misfitSchema.nullable() }),
  }),
  /** Says who calls; whom the device is registered to stays as it is, unless nobody was known to own it. */
  'ticket.attachCustomer': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, customerId: idSchema }),
    output: changedTicket,
  }),
  'ticket.answerStep': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      ticketId: idSchema,
      /** The step the agent was looking at: an answer to a step that has been left is refused as a conflict. */
      stepId: z.string(),
      answerId: z.string(),
      evidence: z.array(evidenceSchema),
      ownEvidence: z.array(ownProofSchema).max(20).default([]),
      refusalReason: refusalReasonSchema.nullable().default(null),
      /** The address printed on the device, for a mailed request. */
      mailAddress: z.email().nullable(),
      /** When the mail with the code or the reply came, by the desk's time; null for now. */
      arrivedAt: epochMsSchema.nullable().default(null),
    }),
    output: changedTicket,
  }),
  /** Proofs of ownership that came later. Refused while one that the desk insists on is missing. */
  'ticket.recordOwnership': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      ticketId: idSchema,
      evidence: z.array(evidenceSchema),
      ownEvidence: z.array(ownProofSchema).max(20),
    }),
    output: changedTicket,
  }),
  /** Records an answer to a question of the chooser. */
  'ticket.learn': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, learned: situationSchema }),
    output: changedTicket,
  }),
  /** Goes on with another procedure. One that the chooser would not offer is refused. */
  'ticket.takeRoute': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, playbookId: z.string() }),
    output: changedTicket,
  }),
  'ticket.reopenStep': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, stepId: z.string() }),
    output: changedTicket,
  }),
  'ticket.addNote': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, text: z.string().min(1).max(4000) }),
    output: changedTicket,
  }),
  'ticket.close': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({
      ticketId: idSchema,
      outcome: outcomeSchema.exclude(['merged', 'resolved', 'mistaken']),
      failureReason: failureReasonSchema.nullable().default(null),
      /** For `refused`, which is not carried out without it. */
      refusalReason: refusalReasonSchema.nullable().default(null),
    }),
    output: changedTicket,
  }),
  'ticket.reopen': command({ host: 'backend', undoable: true, input: ticketId, output: changedTicket }),
  /** What stood in the way of a ticket that closed unresolved. */
  'ticket.recordFailureReason': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, reason: failureReasonSchema.nullable() }),
    output: changedTicket,
  }),
  /** A ticket belongs to the agent who opened it until it is given to another one, or to nobody (null). */
  'ticket.assign': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, assignee: assigneeSchema.nullable() }),
    output: changedTicket,
  }),
  'ticket.setPriority': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, priority: prioritySchema }),
    output: changedTicket,
  }),
  /** All tags of the ticket from now on. */
  'ticket.setTags': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema, tags: tagsSchema }),
    output: changedTicket,
  }),
  /** Tags and agents that tickets have now, by name; to choose from. */
  'ticket.listLabels': query({
    host: 'backend',
    reads: ['ticket'],
    input: nothing,
    output: z.strictObject({ tags: z.array(z.string()), assignees: z.array(z.string()) }),
  }),

  /** The picture of the code that was kept with a scan; null when none was, or once the ticket closed. */
  'scan.getCrop': query({
    host: 'backend',
    input: z.strictObject({ scanId: idSchema }),
    output: z.strictObject({ crop: cropSchema.nullable() }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
