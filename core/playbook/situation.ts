import * as z from 'zod';
import { localizedTextSchema } from './text.ts';

/** What a question is about: `mailbox`, `vendor`, `resetPage`. The questions themselves are data (`assets/chooser`). */
export const situationKeySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** One answer to such a question: `lost`, `hikvision`, `2022plus`. */
export const situationValueSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);

/** What is known of a customer's case. A key that is missing was not asked yet. */
export const situationSchema = z.record(situationKeySchema, situationValueSchema);
export type Situation = z.infer<typeof situationSchema>;

/** The value of a question that was asked and that nobody could answer: it rules nothing out and is not asked again. */
export const unsure = 'unsure';

/** A condition on the situation: each key has one of its values. */
export const whenSchema = z.record(situationKeySchema, z.array(situationValueSchema).min(1));
export type When = z.infer<typeof whenSchema>;

/** What must hold for a route to work, and the line that says why it can not where it does not hold. */
export const needSchema = z.strictObject({
  key: situationKeySchema,
  anyOf: z.array(situationValueSchema).min(1),
  because: localizedTextSchema,
  facts: z.array(z.string()).default([]),
});
export type Need = z.infer<typeof needSchema>;

/** Whether a key is known to have one of the values; `open` while it is not known. */
export type Verdict = 'met' | 'open' | 'broken';

export function judge(situation: Situation, key: string, anyOf: readonly string[]): Verdict {
  const value = situation[key];
  if (value === undefined || value === unsure) return 'open';
  return anyOf.includes(value) ? 'met' : 'broken';
}

/** The verdict on all of a condition: one broken key breaks it, one open key leaves it open. */
export function judgeWhen(when: When, situation: Situation): Verdict {
  const verdicts = Object.entries(when).map(([key, anyOf]) => judge(situation, key, anyOf));
  if (verdicts.includes('broken')) return 'broken';
  return verdicts.includes('open') ? 'open' : 'met';
}

/** A question of the chooser. Those about `vendor` take their answers from the playbooks. */
export const situationQuestionSchema = z.strictObject({
  key: situationKeySchema,
  /** For the agent. */
  title: localizedTextSchema,
  /** Read aloud to the customer. */
  say: localizedTextSchema,
  /** In a word or two, for lists: "Mailbox". */
  name: localizedTextSchema,
  answers: z.array(z.strictObject({ value: situationValueSchema, label: localizedTextSchema })).default([]),
});
export type SituationQuestion = z.infer<typeof situationQuestionSchema>;
