import * as z from 'zod';
import { type Evidence, evidenceSchema, ownProofSchema } from '../ticket/schema.ts';

/** One line of the checklist: a proof that the program knows, or one of the shop's own. */
export const checklistItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), evidence: evidenceSchema, isRequired: z.boolean() }),
  z.strictObject({ kind: z.literal('own'), words: ownProofSchema, isRequired: z.boolean() }),
]);
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** What is asked for before a reset, in order. What is not on the list is not asked for. */
export const checklistSchema = z.array(checklistItemSchema).max(20);
export type Checklist = z.infer<typeof checklistSchema>;

/** Until the desk decides otherwise, every known proof is offered and none insisted on. */
export const defaultChecklist: Checklist = evidenceSchema.options.map((evidence) => ({
  kind: 'known',
  evidence,
  isRequired: false,
}));

/** What was seen of a customer's ownership. */
export interface SeenProofs {
  readonly evidence: readonly Evidence[];
  readonly ownEvidence: readonly string[];
}

/** The required proofs that were not seen, in the checklist's order. */
export function missingProofs(checklist: Checklist, seen: SeenProofs): readonly ChecklistItem[] {
  return checklist.filter((item) => item.isRequired && !isSeen(item, seen));
}

export function isSeen(item: ChecklistItem, { evidence, ownEvidence }: SeenProofs): boolean {
  return item.kind === 'known' ? evidence.includes(item.evidence) : ownEvidence.includes(item.words);
}
