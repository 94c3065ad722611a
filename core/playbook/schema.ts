import * as z from 'zod';
import { effectSchema, failureReasonSchema } from '../ticket/schema.ts';
import { deviceKindSchema, generationSchema, vendorFamilySchema } from '../values.ts';
import { pictureSchema } from './picture.ts';
import { needSchema, situationKeySchema, situationSchema, whenSchema } from './situation.ts';
import { localizedTextSchema } from './text.ts';

/** Where an answer leads when the route can not go on: to the choice of another one. No step has this id. */
export const chooserStepId = '@chooser';

/**
 * How far a fact can be trusted. V: vendor's documentation; D: distributor or regional vendor wiki;
 * U: users; INF: our inference with its reasoning in `note`; OWN: a desk's own file says so.
 */
export const gradeSchema = z.enum(['V', 'D', 'U', 'INF', 'OWN']);

export const factSchema = z.strictObject({
  id: z.string(),
  statement: localizedTextSchema,
  source: z.string().min(1),
  grade: gradeSchema,
  /** Generations of menus that it is about; empty where the source shows none. The sorting is ours. */
  generations: z.array(generationSchema).default([]),
  /** Kinds of device that it is about; absent where the source limits it to none. */
  deviceKinds: z.array(deviceKindSchema).optional(),
  /** Brands that it is about, where it would be only an inference for others with the same menus: a limit. */
  vendors: z.array(vendorFamilySchema).optional(),
  /** The series that the source is about, as the maker calls it: shown beside the statement. */
  series: z.string().optional(),
  /** Of which time the source is, where that matters. */
  years: z.string().optional(),
  /** What it says of what, for the check that no two facts contradict: `dahua.codesPerQr` is `2`. */
  claims: z.strictObject({ subject: z.string(), value: z.string() }).optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** The rows of the stepper, in order. A step belongs to one; a failure branch belongs to the phase that failed. */
export const phaseSchema = z.enum([
  'ownership',
  'findQr',
  'scan',
  'submit',
  'wait',
  'code',
  'password',
  'verify',
  'close',
]);
export type Phase = z.infer<typeof phaseSchema>;

/** Which tool the stage shows beside SAY, DO and the answers. */
export const toolSchema = z.enum([
  'none',
  'ownership',
  'maskedMailbox',
  'keepPicture',
  'scan',
  'submitDmss',
  'submitMail',
  'wait',
  'code',
  'lock',
  'password',
  'summary',
]);
export type Tool = z.infer<typeof toolSchema>;

/** A condition on the ticket's state under which an answer is offered or a step is passed by itself. */
export const conditionSchema = z.enum([
  'qrScanned',
  'codesLeftForQr',
  'noCodesLeftForQr',
  'deviceLocked',
  'deviceNotLocked',
  'codeNotExpired',
  'codeExpired',
  'codeRefusedOften',
  'ownershipConfirmed',
  'codesLeftToday',
  'noCodesLeftToday',
  'inCoolDown',
  'coolDownOver',
  'nobodyHasApp',
]);
export type Condition = z.infer<typeof conditionSchema>;

/** What is done on a route, whatever the brand calls it: after a failure the same act is not the next suggestion. */
export const actSchema = z.enum([
  'scanWithApp',
  'mailText',
  'mailPicture',
  'sendCode',
  'answerQuestions',
  'codeInAccount',
  'temporaryPassword',
  'importFile',
  'ownFile',
  'askSite',
  'askSupport',
  'pressButton',
  'setUp',
  'arrangeVisit',
]);
export type Act = z.infer<typeof actSchema>;

export const answerSchema = z.strictObject({
  id: z.string(),
  label: localizedTextSchema,
  /** A step, or {@link chooserStepId}: then this route has failed, and the chooser finds another. */
  leadsTo: z.string(),
  /** What is recorded besides the move, in order. */
  records: z.array(effectSchema).default([]),
  /** Offered only while all of these hold; otherwise shown disabled with the reason. */
  requires: z.array(conditionSchema).default([]),
  /** Left out where the situation rules it out. */
  when: whenSchema.default({}),
  /** What is known of the situation once this answer is given: `{ "mailbox": "lost" }`. */
  learns: situationSchema.default({}),
  /**
   * For an answer that leads to the chooser because the device is not what the route is for: keys of what has to be asked anew,
   * `vendor` or `deviceKind`. Nothing was tried then, so nothing counts as tried.
   */
  doubts: z.array(situationKeySchema).optional(),
  /** For an answer that leads to the chooser because the device itself names what to do instead: that is suggested then. */
  pointsTo: actSchema.optional(),
  /** `failure` answers are shown after the others and lead into a branch. */
  tone: z.enum(['primary', 'neutral', 'failure']).default('neutral'),
  /** What stood in the way, for an answer that closes the ticket unresolved. */
  failureReason: failureReasonSchema.optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A line of DO, left out where the situation rules it out. */
export const doLineSchema = localizedTextSchema.extend({ when: whenSchema.default({}) });

export const stepSchema = z.strictObject({
  id: z.string(),
  phase: phaseSchema,
  /** A failure branch is shown indented under its phase. */
  isBranch: z.boolean().default(false),
  title: localizedTextSchema,
  /** Read aloud to the customer. */
  say: localizedTextSchema.nullable().default(null),
  /** For the agent, one instruction a line. */
  do: z.array(doLineSchema).default([]),
  tool: toolSchema.default('none'),
  /** For an agent who would rather look than read. */
  picture: pictureSchema.nullable().default(null),
  /** Ids of facts shown on request. */
  facts: z.array(z.string()).default([]),
  /** The step is passed by itself while the condition holds (a QR scanned early skips "find the QR" and "scan"). */
  passWhen: z.strictObject({ condition: conditionSchema, leadsTo: z.string() }).nullable().default(null),
  answers: z.array(answerSchema).default([]),
  /** A ticket ends here; only such a step has no answers. */
  isEnd: z.boolean().default(false),
});
export type Step = z.infer<typeof stepSchema>;

export const passwordRulesSchema = z.strictObject({
  minLength: z.int().positive(),
  maxLength: z.int().positive(),
  /** How many of upper case, lower case, digit and special must be present. */
  minCharacterTypes: z.int().min(1).max(4),
  forbiddenCharacters: z.string(),
  fact: z.string(),
});
export type PasswordRules = z.infer<typeof passwordRulesSchema>;

/** What the sources state and nothing else: a limit that none of them states is null, and nothing counts towards it. */
export const limitsSchema = z.strictObject({
  codeValidityMs: z.int().positive().nullable().default(null),
  codesPerQr: z.int().positive().nullable().default(null),
  /** Codes per device in 24 hours. */
  codesPerDay: z.int().positive().nullable().default(null),
  /** After so many codes in a row that were not used, the device refuses further requests for a while. */
  coolDown: z
    .strictObject({ afterUnusedCodes: z.int().positive(), lastsMs: z.int().positive() })
    .nullable()
    .default(null),
  wrongCodesBeforeLock: z.int().positive().nullable().default(null),
  lockMs: z.int().positive().nullable().default(null),
  codeMinLength: z.int().positive().nullable().default(null),
  codeMaxLength: z.int().positive().nullable().default(null),
  /** How long a returned file can be imported. */
  fileValidityMs: z.int().positive().nullable().default(null),
  /** Within what time the vendor says that it answers. */
  vendorReplyMs: z.int().positive().nullable().default(null),
  facts: z.array(z.string()).default([]),
});
export type Limits = z.infer<typeof limitsSchema>;

/** An address that the vendor's own texts name: only to compare with what the device shows. */
export const knownAddressSchema = z.strictObject({ address: z.email(), fact: z.string() });

/** Words on the device's own screen, which differ by generation or between its monitor and its web page. */
export const labelSchema = z.strictObject({
  /** The first one whose condition is known to hold. */
  variants: z.array(z.strictObject({ when: whenSchema, text: localizedTextSchema })).default([]),
  /** Said while it is not known which: "Reset Type or Reset Mode". */
  otherwise: localizedTextSchema,
  facts: z.array(z.string()).default([]),
});
export type Label = z.infer<typeof labelSchema>;

/** Who gets what the route brings: after a failure another way to the same one is not the next suggestion. */
export const recipientSchema = z.enum(['savedMailbox', 'savedPhone', 'account', 'agent']);
export type Recipient = z.infer<typeof recipientSchema>;

/** When a route is worth offering; see `chooser.ts`. */
export const suitsSchema = z.strictObject({
  /** One line: why one would take this route. */
  why: localizedTextSchema,
  /** The lower, the better for the owner: 10 keeps all and takes minutes, 90 loses the settings. */
  preference: z.int().min(1).max(99),
  /** Absent where a desk's own file does not say; then it repeats no other route. */
  act: actSchema.optional(),
  /** Absent where nothing is sent. */
  recipient: recipientSchema.optional(),
  needs: z.array(needSchema).default([]),
  facts: z.array(z.string()).default([]),
});

export const matchSchema = z.strictObject({
  /** Brand families it is documented for, with the name on the device. */
  vendors: z.array(z.strictObject({ family: vendorFamilySchema, name: localizedTextSchema })).min(1),
  deviceKinds: z.array(deviceKindSchema).min(1),
  /** Empty where the sources name no generation. */
  generations: z.array(generationSchema).default([]),
  /** Families whose reset QR such devices can show: any other one, once scanned, rules the route out. Absent where a desk's own file does not say. */
  resetQrs: z.array(vendorFamilySchema).optional(),
});

/**
 * A reset procedure as data. `assets/playbooks/*.json`; adding a vendor route is adding a file. Tickets keep the version
 * they were on, so a version that was used is never changed: its successor has the next number.
 */
export const playbookSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  version: z.int().positive(),
  title: localizedTextSchema,
  match: matchSchema,
  suits: suitsSchema,
  /** Used in texts as `{name}`. */
  labels: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), labelSchema).default({}),
  limits: limitsSchema,
  /** Null where no source states them; then no step may ask for a new password with the `password` tool. */
  passwordRules: passwordRulesSchema.nullable().default(null),
  addresses: z.array(knownAddressSchema).default([]),
  firstStepId: z.string(),
  steps: z.array(stepSchema).min(1),
  facts: z.array(factSchema),
  /** Came from the supervisor's folder, so nothing in it is the vendor's word or ours. Set by the desk, never by a file. */
  isDesksOwn: z.literal(true).optional(),
});
export type Playbook = z.infer<typeof playbookSchema>;
