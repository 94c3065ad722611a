import * as z from 'zod';
import { localizedTextSchema } from './text.ts';

/** What a question is about: `mailbox`, `vendor`, `resetPage`. The questions themselves are data (`assets/chooser`). */
export const situationKeySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** One answer to such a question: `lost`, `hikvision`, `2022plus`. */
export const situationValueSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);

/** What is known of a customer's case. A key that is missing was not asked yet. */
export const situationSchema = z.record(situationKeySchema, situationValueSchema);
export type Situation = z.infer<typeof situationSchema>;

/** The family whose reset QR carries no brand: devices of many brands show it. */
export const neutralFamily = 'oem';

/**
 * What a reset QR of the Dahua family says by itself. The neutral one says nothing of the brand.
 *
 * @param vendorFamily of its header; undefined where the header names none that is documented
 */
export function situationSeen(vendorFamily: string | undefined): Situation {
  if (vendorFamily === undefined) return { resetPage: 'qr' };
  const seen = { resetPage: 'qr', resetQr: 'dahua' };
  return vendorFamily === neutralFamily ? seen : { ...seen, vendor: vendorFamily };
}

/** The value of a question that was asked and that nobody could answer: it rules nothing out and is not asked again. */
export const unsure = 'unsure';

/** The value of a key that an answer has put in doubt: nothing is known of it, and it is asked anew. */
export const inDoubt = 'inDoubt';

/** A condition on the situation: each key has one of its values. */
export const whenSchema = z.record(situationKeySchema, z.array(situationValueSchema).min(1));
export type When = z.infer<typeof whenSchema>;

/** What must hold for a route to work, and the line that says why it can not where it does not hold. */
export const needSchema = z.strictObject({
  key: situationKeySchema,
  anyOf: z.array(situationValueSchema).min(1),
  because: localizedTextSchema,
  facts: z.array(z.string()).default([]),
  /** The route is for this case alone, so it is offered only once somebody has said so. */
  isToldOnly: z.literal(true).optional(),
});
export type Need = z.infer<typeof needSchema>;

/** Whether a key is known to have one of the values; `open` while it is not known. */
export type Verdict = 'met' | 'open' | 'broken';

export function judge(situation: Situation, key: string, anyOf: readonly string[]): Verdict {
  const value = situation[key];
  return judgeValues(value === undefined || value === unsure || value === inDoubt ? [] : [value], anyOf);
}

/** The same where several values are possible; none stands for "not known". */
export function judgeValues(possible: readonly string[], anyOf: readonly string[]): Verdict {
  if (possible.length > 0 && !possible.some((value) => anyOf.includes(value))) return 'broken';
  return possible.length > 0 && possible.every((value) => anyOf.includes(value)) ? 'met' : 'open';
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
  /** Keys of several questions that this one asks for at once. It is asked in their place while two or more of them matter; its answers have their names. */
  covers: z.array(situationKeySchema).default([]),
  /** The routes ask it themselves, at the step where it matters; the chooser only goes by what was told. */
  isAskedOnRoute: z.literal(true).optional(),
  answers: z
    .array(
      z.strictObject({
        value: situationValueSchema,
        label: localizedTextSchema,
        /** What goes without asking then: whoever reads the page is at the device. What was told before stays. */
        implies: situationSchema.default({}),
      }),
    )
    .default([]),
});
export type SituationQuestion = z.infer<typeof situationQuestionSchema>;

/** The values that each key can have. A key that is missing was not asked yet; none where it was asked and nobody knows. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** What is known once a question has this answer, with what goes without asking. */
export function learnedBy(question: SituationQuestion, value: string, situation: Situation): Situation {
  const implied = question.answers.find((answer) => answer.value === value)?.implies ?? {};
  const news = Object.entries(implied).filter(([key]) => situation[key] === undefined);
  return { ...Object.fromEntries(news), [question.key]: value };
}
