import * as z from 'zod';
import { effectSchema } from '../ticket/schema.ts';
import { deviceKindSchema } from '../values.ts';
import { pictureSchema } from './picture.ts';

/** A text per language. English is the fallback and must be there. */
export const localizedTextSchema = z.strictObject({
  en: z.string().min(1),
  es: z.string().min(1).optional(),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/**
 * How far a fact can be trusted. V: vendor's documentation; D: distributor or regional vendor wiki;
 * U: users; INF: our inference with its reasoning in `note`.
 */
export const gradeSchema = z.enum(['V', 'D', 'U', 'INF']);

export const factSchema = z.strictObject({
  id: z.string(),
  statement: localizedTextSchema,
  source: z.string().min(1),
  grade: gradeSchema,
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
]);
export type Condition = z.infer<typeof conditionSchema>;

export const answerSchema = z.strictObject({
  id: z.string(),
  label: localizedTextSchema,
  leadsTo: z.string(),
  /** What is recorded besides the move, in order. */
  records: z.array(effectSchema).default([]),
  /** Offered only while all of these hold; otherwise shown disabled with the reason. */
  requires: z.array(conditionSchema).default([]),
  /** `failure` answers are shown after the others and lead into a branch. */
  tone: z.enum(['primary', 'neutral', 'failure']).default('neutral'),
});
export type Answer = z.infer<typeof answerSchema>;

export const stepSchema = z.strictObject({
  id: z.string(),
  phase: phaseSchema,
  /** A failure branch is shown indented under its phase. */
  isBranch: z.boolean().default(false),
  title: localizedTextSchema,
  /** Read aloud to the customer. */
  say: localizedTextSchema.nullable().default(null),
  /** For the agent, one instruction a line. */
  do: z.array(localizedTextSchema).default([]),
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

export const limitsSchema = z.strictObject({
  codeValidityMs: z.int().positive(),
  codesPerQr: z.int().positive(),
  wrongCodesBeforeLock: z.int().positive(),
  lockMs: z.int().positive(),
  codeMinLength: z.int().positive(),
  codeMaxLength: z.int().positive(),
  facts: z.array(z.string()),
});
export type Limits = z.infer<typeof limitsSchema>;

/** An address that the vendor's own texts name: only to compare with what the device shows. */
export const knownAddressSchema = z.strictObject({ address: z.email(), fact: z.string() });

/** A reset procedure as data. `assets/playbooks/*.json`; adding a vendor route is adding a file. */
export const playbookSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  title: localizedTextSchema,
  match: z.strictObject({ vendorFamily: z.enum(['dahua']), deviceKinds: z.array(deviceKindSchema).min(1) }),
  limits: limitsSchema,
  passwordRules: passwordRulesSchema,
  addresses: z.array(knownAddressSchema).default([]),
  firstStepId: z.string(),
  steps: z.array(stepSchema).min(1),
  facts: z.array(factSchema),
});
export type Playbook = z.infer<typeof playbookSchema>;
