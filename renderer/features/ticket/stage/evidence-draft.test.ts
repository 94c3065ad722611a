import { describe, expect, it } from 'vitest';
import { readEvidence, writeEvidence } from './evidence-draft.ts';

describe('what is ticked before an answer', () => {
  it('comes back as it was', () => {
    const draft = writeEvidence(['labelSeen', 'atDevice']);
    expect(new Set(readEvidence(draft, []))).toEqual(new Set(['labelSeen', 'atDevice']));
  });

  it('is what the history says until something is ticked anew', () => {
    expect(readEvidence('', ['purchaseProof'])).toEqual(['purchaseProof']);
    expect(readEvidence(writeEvidence(['atDevice']), ['purchaseProof'])).toEqual(['atDevice']);
  });

  it('stays empty when everything was taken off again', () => {
    expect(readEvidence(writeEvidence([]), ['purchaseProof'])).toEqual([]);
  });

  it('leaves out a word that it does not know', () => {
    expect(readEvidence('atDevice somethingElse', [])).toEqual(['atDevice']);
  });
});
