import { expect, it } from 'vitest';
import { type Checklist, checklistSchema, defaultChecklist, missingProofs } from './checklist.ts';

const checklist: Checklist = [
  { kind: 'known', evidence: 'atDevice', isRequired: true },
  { kind: 'known', evidence: 'labelSeen', isRequired: false },
  { kind: 'own', words: 'Contract number', isRequired: true },
];

it('misses what is required and was not seen', () => {
  expect(missingProofs(checklist, { evidence: ['labelSeen'], ownEvidence: [] })).toEqual([
    checklist[0],
    checklist[2],
  ]);
  expect(missingProofs(checklist, { evidence: ['atDevice'], ownEvidence: ['Contract number'] })).toEqual([]);
});

it('insists on nothing until the desk does', () => {
  expect(missingProofs(defaultChecklist, { evidence: [], ownEvidence: [] })).toEqual([]);
});

it('refuses a proof without words', () => {
  expect(checklistSchema.safeParse([{ kind: 'own', words: ' ', isRequired: true }]).success).toBe(false);
});
