import { describe, expect, it } from 'vitest';
import type { OfferedAnswer } from '../../../../core/playbook/engine.ts';
import { type Answer, answerSchema, stepSchema } from '../../../../core/playbook/schema.ts';
import {
  answersToShow,
  blockerOf,
  dependsOnLimits,
  inSight,
  readMailAddress,
  type StageInput,
} from './answers.ts';

function offered(id: string, change: Partial<Answer> = {}): OfferedAnswer {
  return {
    answer: { ...answerSchema.parse({ id, label: { en: id }, leadsTo: 'next' }), ...change },
    unmetCondition: null,
    warnings: [],
  };
}

const nothing: StageInput = {
  seen: { evidence: [], ownEvidence: [] },
  areProofsMissing: false,
  areProofsUnrecorded: false,
  waitsForProofs: () => false,
  refusalReason: '',
  mailAddress: '',
};

describe('answersToShow', () => {
  it('puts the primary answer first and failures last, and keeps the order otherwise', () => {
    const answers = [
      offered('failure', { tone: 'failure' }),
      offered('a'),
      offered('b'),
      offered('primary', { tone: 'primary' }),
    ];
    expect(answersToShow(answers).map(({ answer }) => answer.id)).toEqual(['primary', 'a', 'b', 'failure']);
  });

  it('leaves out an answer for used-up codes while there are codes left', () => {
    const refresh: OfferedAnswer = { ...offered('refresh'), unmetCondition: 'noCodesLeftForQr' };
    expect(answersToShow([refresh, offered('a')]).map(({ answer }) => answer.id)).toEqual(['a']);
  });

  it('keeps an answer that can not be given now for any other reason, so that the reason is read', () => {
    const again: OfferedAnswer = { ...offered('again'), unmetCondition: 'codesLeftForQr' };
    expect(answersToShow([again])).toEqual([again]);
  });
});

it('leaves out a way on for a code that is still good once it is too old, and tells why it is not accepted', () => {
  const notOld: OfferedAnswer = { ...offered('notOld'), unmetCondition: 'codeNotExpired' };
  const accepted: OfferedAnswer = {
    ...offered('accepted', { records: ['codeAccepted'] }),
    unmetCondition: 'codeNotExpired',
  };
  expect(answersToShow([notOld, accepted])).toEqual([accepted]);
});

describe('blockerOf', () => {
  it('lets an answer through that asks for nothing', () => {
    expect(blockerOf(offered('a'), nothing)).toBeNull();
  });

  it('names the playbook condition that does not hold', () => {
    expect(blockerOf({ ...offered('a'), unmetCondition: 'deviceNotLocked' }, nothing)).toBe(
      'deviceNotLocked',
    );
  });

  it('confirms no ownership without a proof, or without one that the desk insists on', () => {
    const confirm = offered('a', { records: ['ownershipConfirmed'] });
    expect(blockerOf(confirm, nothing)).toBe('evidenceMissing');
    const ticked: StageInput = { ...nothing, seen: { evidence: ['atDevice'], ownEvidence: [] } };
    expect(blockerOf(confirm, ticked)).toBeNull();
    expect(blockerOf(confirm, { ...ticked, areProofsMissing: true })).toBe('requiredMissing');
    const own: StageInput = { ...nothing, seen: { evidence: [], ownEvidence: ['Contract number'] } };
    expect(blockerOf(confirm, own)).toBeNull();
  });

  it('refuses ownership with a reason only', () => {
    const refuse = offered('b', { records: ['ownershipRefused'] });
    expect(blockerOf(refuse, { ...nothing, refusalReason: ' ' })).toBe('reasonMissing');
    expect(blockerOf(refuse, { ...nothing, refusalReason: 'No paper' })).toBeNull();
  });

  it('asks nothing of the vendor before the required proofs are recorded', () => {
    const sent = offered('a', { records: ['requestSubmittedByDmss'] });
    expect(blockerOf(sent, { ...nothing, areProofsUnrecorded: true })).toBe('ownershipNotRecorded');
    expect(blockerOf(sent, nothing)).toBeNull();
  });

  it('records no mailed request without a whole address', () => {
    const sent = offered('a', { records: ['requestSubmittedByMail'] });
    expect(blockerOf(sent, { ...nothing, mailAddress: 'support@' })).toBe('mailAddressMissing');
    expect(blockerOf(sent, { ...nothing, mailAddress: 'support@example.org' })).toBeNull();
  });
});

describe('dependsOnLimits', () => {
  const step = (requires: Answer['requires']) =>
    stepSchema.parse({
      id: 'a',
      phase: 'submit',
      title: { en: 'A' },
      answers: [{ id: 'b', label: { en: 'B' }, leadsTo: 'c', requires }],
    });

  it('is so where what the device has counted decides what can be answered', () => {
    expect(dependsOnLimits(step(['qrScanned', 'codesLeftForQr']))).toBe(true);
    expect(dependsOnLimits(step(['deviceNotLocked']))).toBe(true);
    expect(dependsOnLimits(step(['qrScanned', 'ownershipConfirmed']))).toBe(false);
    expect(dependsOnLimits(step([]))).toBe(false);
  });
});

describe('readMailAddress', () => {
  it('takes blanks off the ends and refuses what is no address', () => {
    expect(readMailAddress(' a@example.org ')).toBe('a@example.org');
    expect(readMailAddress('a example.org')).toBeNull();
    expect(readMailAddress('')).toBeNull();
  });
});

describe('inSight', () => {
  it.each([
    [2, 2],
    [3, 3],
    // A list of one would take as much room as the one.
    [4, 4],
    [5, 3],
    [9, 3],
  ])('shows of %i answers %i, the likeliest', (count, shown) => {
    const choices = Array.from({ length: count }, (_, index) => index);
    expect(inSight(choices)).toEqual(choices.slice(0, shown));
  });
});
