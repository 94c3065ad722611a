import * as z from 'zod';
import { epochMsSchema, fingerprintSchema, idSchema, scanSourceSchema, serialSchema } from '../values.ts';

export const channelSchema = z.enum(['dmss', 'mail']);
/** How the request reaches the vendor: scanned by the DMSS app, or mailed to the address printed on the device. */
export type Channel = z.infer<typeof channelSchema>;

/**
 * `resolved`: the owner logged in with the new password. `referred`: sent to another official route or to the vendor.
 * `refused`: ownership was not shown. `abandoned`: the customer gave up. `merged`: it was the same device's open ticket.
 */
export const outcomeSchema = z.enum(['resolved', 'referred', 'refused', 'abandoned', 'merged']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Proof of ownership that the agent saw. */
export const evidenceSchema = z.enum([
  'atDevice',
  'mailboxKnown',
  'purchaseProof',
  'labelSeen',
  'knownCustomer',
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * What an answer in a playbook records besides moving on. Data, so that a new playbook needs no code.
 * None of them carries a security code or a password; no event ever does.
 */
export const effectSchema = z.enum([
  'ownershipConfirmed',
  'ownershipRefused',
  'requestSubmittedByDmss',
  'requestSubmittedByMail',
  'codeArrived',
  'codeAccepted',
  'codeRejected',
  'deviceLocked',
  'qrRefreshed',
  'passwordAccepted',
  'loginVerified',
  'closedResolved',
  'closedReferred',
  'closedRefused',
  'closedAbandoned',
]);
export type Effect = z.infer<typeof effectSchema>;

/** The audit trail of a ticket: past tense, append-only. The state is a fold of these. */
export const ticketEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ticketOpened'),
    playbookId: z.string(),
    playbookVersion: z.int().positive(),
    stepId: z.string(),
  }),
  z.strictObject({ type: z.literal('customerAttached'), customerId: idSchema }),
  z.strictObject({ type: z.literal('deviceAttached'), deviceId: idSchema, serial: serialSchema }),
  z.strictObject({
    type: z.literal('scanRecorded'),
    scanId: idSchema,
    fingerprint: fingerprintSchema,
    source: scanSourceSchema,
  }),
  z.strictObject({
    type: z.literal('stepAnswered'),
    stepId: z.string(),
    answerId: z.string(),
    nextStepId: z.string(),
  }),
  /** A step that was passed by itself, because its playbook condition held. */
  z.strictObject({ type: z.literal('stepPassed'), stepId: z.string(), nextStepId: z.string() }),
  z.strictObject({ type: z.literal('stepReopened'), stepId: z.string() }),
  z.strictObject({
    type: z.literal('ownershipRecorded'),
    isConfirmed: z.boolean(),
    evidence: z.array(evidenceSchema),
  }),
  z.strictObject({
    type: z.literal('requestSubmitted'),
    channel: channelSchema,
    fingerprint: fingerprintSchema,
    /** The address printed on the device, for `mail`. */
    mailAddress: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('codeArrived'), fingerprint: fingerprintSchema }),
  z.strictObject({ type: z.literal('codeAccepted') }),
  z.strictObject({ type: z.literal('codeRejected') }),
  /** The device says itself that it is locked: it may have counted tries that nobody told us of. */
  z.strictObject({ type: z.literal('deviceLocked') }),
  z.strictObject({ type: z.literal('qrRefreshed') }),
  z.strictObject({ type: z.literal('passwordAccepted') }),
  z.strictObject({ type: z.literal('loginVerified') }),
  z.strictObject({ type: z.literal('noteAdded'), text: z.string().min(1).max(4000) }),
  z.strictObject({
    type: z.literal('ticketClosed'),
    outcome: outcomeSchema,
    mergedIntoTicketId: idSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('ticketReopened') }),
]);
export type TicketEvent = z.infer<typeof ticketEventSchema>;

/** A step the agent has passed, for the stepper; `answerId` is null when it was passed by itself. */
export const passedStepSchema = z.strictObject({
  stepId: z.string(),
  answerId: z.string().nullable(),
  at: epochMsSchema,
});
export type PassedStep = z.infer<typeof passedStepSchema>;

/** The fold of a ticket's events. */
export const ticketStateSchema = z.strictObject({
  playbookId: z.string(),
  playbookVersion: z.int().positive(),
  stepId: z.string(),
  /** Oldest first, each step once with its latest answer. Going back keeps the later ones. */
  passedSteps: z.array(passedStepSchema),
  status: z.enum(['open', 'closed']),
  outcome: outcomeSchema.nullable(),
  customerId: idSchema.nullable(),
  deviceId: idSchema.nullable(),
  evidence: z.array(evidenceSchema),
  isOwnershipConfirmed: z.boolean(),
  /** Fingerprint of the QR on the device's screen now; null before the first scan and after "page refreshed". */
  currentFingerprint: fingerprintSchema.nullable(),
  /** Codes asked for, per QR: a QR gives two at most (playbook `limits.codesPerQr`). */
  codesRequestedByFingerprint: z.record(fingerprintSchema, z.int().nonnegative()),
  /** The request that is waited for, or whose code is being entered. */
  request: z
    .strictObject({
      channel: channelSchema,
      fingerprint: fingerprintSchema,
      mailAddress: z.string().nullable(),
      submittedAt: epochMsSchema,
      codeArrivedAt: epochMsSchema.nullable(),
      /** Arrival + the playbook's validity (24 h); null until the code arrived. */
      codeValidUntil: epochMsSchema.nullable(),
    })
    .nullable(),
  /** Wrong codes in a row at the device; the playbook's limit locks it. */
  wrongCodesInARow: z.int().nonnegative(),
  lockedUntil: epochMsSchema.nullable(),
});
export type TicketState = z.infer<typeof ticketStateSchema>;
