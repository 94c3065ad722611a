import * as z from 'zod';
import { situationSchema } from '../playbook/situation.ts';
import { ownerReasonSchema } from '../records/record-entry.ts';
import {
  epochMsSchema,
  fingerprintSchema,
  idSchema,
  scanSourceSchema,
  serialSchema,
  vendorFamilySchema,
} from '../values.ts';

export const channelSchema = z.enum(['dmss', 'mail', 'app', 'file', 'vendor']);
/**
 * How the request reaches the vendor: scanned by the DMSS app, mailed to the address printed on the device, made in an
 * app that has the device in its account, exported as a file, or as a ticket at the vendor's or distributor's support.
 */
export type Channel = z.infer<typeof channelSchema>;

/**
 * `resolved`: the owner logged in with the new password. `referred`: sent to another official route or to the vendor.
 * `refused`: ownership was not shown. `abandoned`: the customer gave up. `merged`: it was the same device's open ticket.
 * `mistaken`: its opening was undone.
 */
export const outcomeSchema = z.enum(['resolved', 'referred', 'refused', 'abandoned', 'merged', 'mistaken']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What stood in the way of a reset, for a ticket that closed unresolved. */
export const failureReasonSchema = z.enum([
  'resetUnavailable',
  'qrUnreadable',
  'mailboxOutOfReach',
  'codeDidNotArrive',
  'codeRefused',
  'ownershipNotShown',
  'customerLeft',
  'otherDevice',
  'other',
]);
export type FailureReason = z.infer<typeof failureReasonSchema>;

/** Most urgent last. */
export const prioritySchema = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof prioritySchema>;

/** Name of an agent, as it signs the audit trail. */
export const assigneeSchema = z.string().min(1).max(100);

/** A word or two that agents group tickets by. */
export const tagSchema = z.string().min(1).max(40);
export const tagsSchema = z.array(tagSchema).max(20);

/** Proof of ownership that the agent saw. */
export const evidenceSchema = z.enum([
  'atDevice',
  'mailboxKnown',
  'purchaseProof',
  'labelSeen',
  'knownCustomer',
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** Why proofs of ownership that were recorded do not count any more: they were seen of somebody else, or of another device. */
export const setAsideCauseSchema = z.enum(['otherCaller', 'otherDevice', 'otherOwner', 'otherTicket']);
export type SetAsideCause = z.infer<typeof setAsideCauseSchema>;

/** The words of a proof that the shop added itself; they go into the audit trail as they are. */
export const ownProofSchema = z.string().trim().min(1).max(120);

/**
 * What an answer in a playbook records besides moving on. Data, so that a new playbook needs no code.
 * None of them carries a security code or a password; no event ever does.
 */
export const effectSchema = z.enum([
  'ownershipConfirmed',
  'ownershipRefused',
  'requestSubmittedByDmss',
  'requestSubmittedByMail',
  'requestSubmittedByApp',
  'requestSubmittedByFile',
  'requestSubmittedByVendor',
  'codeArrived',
  'replyArrived',
  'arrivalCorrected',
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

/** When the mail came; limits run from it. Absent in trails of before it was asked for: then it came when that was recorded. */
const arrivedAtSchema = epochMsSchema.optional();

/** Limits that a source names for the devices it is about, by the condition that they are in playbooks. */
export const contradictedLimitSchema = z.enum([
  'coolDownOver',
  'codesLeftToday',
  'codesLeftForQr',
  'deviceNotLocked',
  'codeNotExpired',
]);
export type ContradictedLimit = z.infer<typeof contradictedLimitSchema>;

/** The audit trail of a ticket: past tense, append-only. The state is a fold of these. */
export const ticketEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ticketOpened'),
    playbookId: z.string(),
    playbookVersion: z.int().positive(),
    stepId: z.string(),
  }),
  z.strictObject({
    type: z.literal('customerAttached'),
    customerId: idSchema,
    /** The owner of the device that came into the ticket; nobody has said yet that it is he who calls. */
    isPresumed: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('deviceAttached'), deviceId: idSchema, serial: serialSchema }),
  z.strictObject({
    type: z.literal('scanRecorded'),
    scanId: idSchema,
    fingerprint: fingerprintSchema,
    source: scanSourceSchema,
    /** What the header of the QR says of the brand; see domain note 1.1. */
    vendorFamily: vendorFamilySchema.optional(),
  }),
  z.strictObject({
    type: z.literal('stepAnswered'),
    stepId: z.string(),
    answerId: z.string(),
    /** `chooserStepId` when the route can not go on. */
    nextStepId: z.string(),
  }),
  /** Something about the customer's case: from a question of the chooser, or from what an answer implies. */
  z.strictObject({ type: z.literal('situationLearned'), learned: situationSchema }),
  /** The procedure can not go on for this device; the chooser finds another. */
  z.strictObject({ type: z.literal('routeFailed') }),
  /** The ticket goes on with another procedure. What was recorded so far stays. */
  z.strictObject({
    type: z.literal('routeChanged'),
    playbookId: z.string(),
    playbookVersion: z.int().positive(),
    stepId: z.string(),
  }),
  /** A step that was passed by itself, because its playbook condition held. */
  z.strictObject({ type: z.literal('stepPassed'), stepId: z.string(), nextStepId: z.string() }),
  z.strictObject({ type: z.literal('stepReopened'), stepId: z.string() }),
  z.strictObject({
    type: z.literal('ownershipRecorded'),
    isConfirmed: z.boolean(),
    evidence: z.array(evidenceSchema),
    ownEvidence: z.array(ownProofSchema).default([]),
    /** Why ownership was not accepted; null where it was, for refusals before reasons were asked for, and once erased. */
    reason: z.string().min(1).max(500).nullable().default(null),
  }),
  /** Recorded proofs do not count any more; nothing goes on before they are seen anew. */
  z.strictObject({ type: z.literal('proofsSetAside'), cause: setAsideCauseSchema }),
  /** The device of the ticket was registered to another owner, by the agent's word. */
  z.strictObject({
    type: z.literal('ownerChanged'),
    customerId: idSchema,
    /** Null where nobody was known to own it. */
    formerCustomerId: idSchema.nullable(),
    reason: ownerReasonSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('requestSubmitted'),
    channel: channelSchema,
    /** Null for the channels that need no QR. */
    fingerprint: fingerprintSchema.nullable(),
    /** The address printed on the device, for `mail`. */
    mailAddress: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('codeArrived'),
    fingerprint: fingerprintSchema.nullable(),
    arrivedAt: arrivedAtSchema,
  }),
  /** The vendor or distributor answered: a file to import, or instructions. */
  z.strictObject({ type: z.literal('replyArrived'), arrivedAt: arrivedAtSchema }),
  /** The mail that was recorded as too old came later than was said. */
  z.strictObject({ type: z.literal('arrivalCorrected'), arrivedAt: epochMsSchema }),
  z.strictObject({ type: z.literal('codeAccepted') }),
  z.strictObject({ type: z.literal('codeRejected') }),
  /** The device says itself that it is locked: it may have counted tries that nobody told us of. */
  z.strictObject({ type: z.literal('deviceLocked') }),
  /** The device did what a limit of its source rules out: the source is not about this one, or is wrong. */
  z.strictObject({ type: z.literal('limitContradicted'), condition: contradictedLimitSchema }),
  z.strictObject({ type: z.literal('qrRefreshed') }),
  z.strictObject({ type: z.literal('passwordAccepted') }),
  z.strictObject({ type: z.literal('loginVerified') }),
  /** The agent wants to come back to it at that time. */
  z.strictObject({ type: z.literal('reminderSet'), at: epochMsSchema }),
  z.strictObject({ type: z.literal('reminderCleared') }),
  /** The call has ended before the job. Whoever has not called back by then is called. */
  z.strictObject({ type: z.literal('callBackAwaited'), until: epochMsSchema }),
  /** The computer's clock was set, and the agent says that it is right now: earlier times are moved by so much. */
  z.strictObject({ type: z.literal('clockCorrected'), shiftMs: z.int() }),
  z.strictObject({
    type: z.literal('noteAdded'),
    /** Null once it was erased. */
    text: z.string().min(1).max(4000).nullable(),
  }),
  z.strictObject({
    type: z.literal('ticketClosed'),
    outcome: outcomeSchema,
    mergedIntoTicketId: idSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('ticketReopened') }),
  /** Null leaves the ticket to whoever takes it. */
  z.strictObject({ type: z.literal('ticketAssigned'), assignee: assigneeSchema.nullable() }),
  z.strictObject({ type: z.literal('priorityChanged'), priority: prioritySchema }),
  /** All tags of the ticket from now on. */
  /** Null once they are gone: of tags that were taken back, the trail keeps none. */
  z.strictObject({ type: z.literal('tagsChanged'), tags: tagsSchema.nullable() }),
  /** Follows `ticketClosed`; null takes the reason back. */
  z.strictObject({ type: z.literal('failureReasonRecorded'), reason: failureReasonSchema.nullable() }),
  z.strictObject({
    type: z.literal('attachmentAdded'),
    attachmentId: idSchema,
    /** SHA-256 of the file, lower-case hex. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** Null once it was erased: it can name a person. */
    name: z.string().min(1).max(200).nullable(),
  }),
  z.strictObject({ type: z.literal('attachmentRemoved'), attachmentId: idSchema }),
  /** What agents wrote in own words at these places was erased, for the sake of the person it was about. */
  z.strictObject({
    type: z.literal('personalDataErased'),
    sequences: z.array(z.int().positive()),
  }),
  /** Takes back what one command recorded. The events stay in the trail; the fold leaves them out from here on. */
  z.strictObject({
    type: z.literal('commandUndone'),
    fromSequence: z.int().positive(),
    toSequence: z.int().positive(),
    /** The payload was purged meanwhile, so the QR has to be scanned again. */
    isQrForgotten: z.boolean(),
    /** Proofs that were recorded since rest on what was taken back. */
    proofsSetAside: setAsideCauseSchema.optional(),
  }),
  /** Puts back what `commandUndone` with the same range took. */
  z.strictObject({
    type: z.literal('commandRedone'),
    fromSequence: z.int().positive(),
    toSequence: z.int().positive(),
    isQrForgotten: z.boolean(),
    proofsSetAside: setAsideCauseSchema.optional(),
  }),
]);
export type TicketEvent = z.infer<typeof ticketEventSchema>;

/** An event about other events of its trail; see `replay`. */
export type Correction = Extract<TicketEvent, { type: 'commandUndone' | 'commandRedone' }>;
/** An event that can be folded by itself. */
export type TicketFact = Exclude<TicketEvent, Correction>;

/** A step the agent has passed, for the stepper; `answerId` is null when it was passed by itself. */
export const passedStepSchema = z.strictObject({
  stepId: z.string(),
  answerId: z.string().nullable(),
  at: epochMsSchema,
});
export type PassedStep = z.infer<typeof passedStepSchema>;

/** A procedure that the ticket was on before. */
export const earlierRouteSchema = z.strictObject({
  playbookId: z.string(),
  playbookVersion: z.int().positive(),
  /** Where it was left. */
  stepId: z.string(),
  passedSteps: z.array(passedStepSchema),
  /** It could not go on; else it was only left for another. */
  hasFailed: z.boolean(),
  /** What was known then: a failed route is worth another try only when that has changed. */
  situation: situationSchema,
  leftAt: epochMsSchema,
});
export type EarlierRoute = z.infer<typeof earlierRouteSchema>;

/** The fold of a ticket's events. */
export const ticketStateSchema = z.strictObject({
  playbookId: z.string(),
  playbookVersion: z.int().positive(),
  /** `chooserStepId` once the route can not go on. */
  stepId: z.string(),
  /** Procedures tried before the current one, oldest first, each once. */
  routes: z.array(earlierRouteSchema).default([]),
  situation: situationSchema.default({}),
  /** Of the current procedure. Oldest first, each step once with its latest answer. Going back keeps the later ones. */
  passedSteps: z.array(passedStepSchema),
  status: z.enum(['open', 'closed']),
  outcome: outcomeSchema.nullable(),
  /** Who calls. Whom the device is registered to stands with the device. */
  customerId: idSchema.nullable(),
  /** He is only taken to call because the device is registered to him; until he is named or shown to own it. */
  isCallerPresumed: z.boolean().default(false),
  deviceId: idSchema.nullable(),
  evidence: z.array(evidenceSchema),
  ownEvidence: z.array(ownProofSchema).default([]),
  isOwnershipConfirmed: z.boolean(),
  /** Ownership was confirmed before, but not for who calls now, or not for this device; null once it is settled anew. */
  proofsSetAside: setAsideCauseSchema.nullable().default(null),
  /** Fingerprint of the QR on the device's screen now; null before the first scan and after "page refreshed". */
  currentFingerprint: fingerprintSchema.nullable(),
  /** Codes asked for, per QR: a QR gives two at most (playbook `limits.codesPerQr`). */
  codesRequestedByFingerprint: z.record(fingerprintSchema, z.int().nonnegative()),
  /** Every code that was asked for, oldest first. `isUsed` once the device took one since. */
  codeRequests: z.array(z.strictObject({ at: epochMsSchema, isUsed: z.boolean() })).default([]),
  /** The request that is waited for, or whose code is being entered. */
  request: z
    .strictObject({
      channel: channelSchema,
      fingerprint: fingerprintSchema.nullable(),
      mailAddress: z.string().nullable(),
      submittedAt: epochMsSchema,
      /** When the code came, or the vendor's reply. */
      codeArrivedAt: epochMsSchema.nullable(),
      /** Arrival + the playbook's validity; null until then, and where no source states one. */
      codeValidUntil: epochMsSchema.nullable(),
    })
    .nullable(),
  /** Wrong codes in a row at the device; the playbook's limit locks it. */
  wrongCodesInARow: z.int().nonnegative(),
  lockedUntil: epochMsSchema.nullable(),
  /** When the agent wants to be reminded; stays once it is past, until something happens. */
  reminderAt: epochMsSchema.nullable().default(null),
  /** The reminder is for a call-back, and until then nothing can be done; ends with whatever is done with the caller. */
  isCallBackAwaited: z.boolean().default(false),
  // States that an earlier version stored lack the following.
  /** The agent whose ticket it is; null for a ticket that anybody may take. */
  assignee: assigneeSchema.nullable().default(null),
  priority: prioritySchema.default('normal'),
  tags: tagsSchema.default([]),
  failureReason: failureReasonSchema.nullable().default(null),
});
export type TicketState = z.infer<typeof ticketStateSchema>;
