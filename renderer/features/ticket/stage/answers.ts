import * as z from 'zod';
import type { SeenProofs } from '../../../../core/ownership/checklist.ts';
import type { OfferedAnswer } from '../../../../core/playbook/engine.ts';
import type { Answer, Condition, Step } from '../../../../core/playbook/schema.ts';
import { requestingEffects } from '../../../../core/ticket/answer-step.ts';
import type { Effect } from '../../../../core/ticket/schema.ts';

/** What the step's tool has gathered; it goes along with the answer. */
export interface StageInput {
  readonly seen: SeenProofs;
  /** Proofs that the desk insists on and that are not ticked. */
  readonly areProofsMissing: boolean;
  /** Proofs that the desk insists on and that the ticket's history does not have. */
  readonly areProofsUnrecorded: boolean;
  /** Whether an answer with these effects waits until ownership is shown anew. */
  readonly waitsForProofs: (records: readonly Effect[]) => boolean;
  /** As typed. */
  readonly refusalReason: string;
  /** As typed; see {@link readMailAddress}. */
  readonly mailAddress: string;
}

/** Why an answer can not be given now: the playbook's condition, or something the agent still has to do here. */
export type Blocker =
  | Condition
  | 'evidenceMissing'
  | 'requiredMissing'
  | 'ownershipNotRecorded'
  | 'proofsSetAside'
  | 'reasonMissing'
  | 'mailAddressMissing';

const TONES: readonly Answer['tone'][] = ['primary', 'neutral', 'failure'];

/** Unmet while all is well: an answer for the rare case is not worth a line then. Any other reason is worth reading. */
const RARE_CASES: readonly Condition[] = ['noCodesLeftForQr', 'codeExpired'];

/** What is shown, in the order of the number keys: the primary answer first, failures last. */
export function answersToShow(offered: readonly OfferedAnswer[]): readonly OfferedAnswer[] {
  return offered
    .filter(({ answer, unmetCondition }) => unmetCondition === null || isWorthALine(answer, unmetCondition))
    .toSorted((left, right) => TONES.indexOf(left.answer.tone) - TONES.indexOf(right.answer.tone));
}

/** The primary answer and the two that are likely beside it. */
const LIKELY = 3;

/** The answers that stand in the bar. A list behind a key is never of one: its key would take the place of that one. */
export function inSight<Choice>(choices: readonly Choice[]): readonly Choice[] {
  return choices.length <= LIKELY + 1 ? choices : choices.slice(0, LIKELY);
}

/** Of a code that is too old, only what it can no longer be used for is worth a line. */
function isWorthALine({ records }: Answer, unmetCondition: Condition): boolean {
  if (unmetCondition === 'codeNotExpired' && records.length === 0) return false;
  return !RARE_CASES.includes(unmetCondition);
}

/** The first reason against an answer, or null when it can be given. */
export function blockerOf({ answer, unmetCondition }: OfferedAnswer, input: StageInput): Blocker | null {
  if (unmetCondition !== null) return unmetCondition;
  const ownership = ownershipBlocker(answer, input);
  if (ownership !== null) return ownership;
  if (answer.records.includes('requestSubmittedByMail') && readMailAddress(input.mailAddress) === null)
    return 'mailAddressMissing';
  return null;
}

function ownershipBlocker({ records }: Answer, input: StageInput): Blocker | null {
  if (input.waitsForProofs(records)) return 'proofsSetAside';
  const { evidence, ownEvidence } = input.seen;
  if (records.includes('ownershipConfirmed')) {
    if (input.areProofsMissing) return 'requiredMissing';
    if (evidence.length + ownEvidence.length === 0) return 'evidenceMissing';
  }
  if (records.includes('ownershipRefused') && input.refusalReason.trim() === '') return 'reasonMissing';
  return asksVendor(records) && input.areProofsUnrecorded ? 'ownershipNotRecorded' : null;
}

/** With this answer something was asked of the vendor. */
export function asksVendor(records: readonly Effect[]): boolean {
  return records.some((effect) => requestingEffects.includes(effect));
}

const LIMIT_CONDITIONS: readonly Condition[] = [
  'codesLeftForQr',
  'noCodesLeftForQr',
  'codesLeftToday',
  'noCodesLeftToday',
  'coolDownOver',
  'inCoolDown',
  'deviceNotLocked',
  'deviceLocked',
];

/** Whether what the device has counted so far decides what can be answered here. */
export function dependsOnLimits({ answers }: Step): boolean {
  return answers.some(({ requires }) => requires.some((condition) => LIMIT_CONDITIONS.includes(condition)));
}

/** The address without blanks around it, or null when no mail could be sent there. */
export function readMailAddress(typed: string): string | null {
  const parsed = z.email().safeParse(typed.trim());
  return parsed.success ? parsed.data : null;
}
