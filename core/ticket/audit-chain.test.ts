import { describe, expect, it } from 'vitest';
import { type AuditLink, chainStart, findBrokenLink, linkHash } from './audit-chain.ts';

type HashedLink = AuditLink & { readonly hash: string };

function chainOf(texts: readonly string[]): HashedLink[] {
  let previousHash = chainStart;
  return texts.map((text, index) => {
    const link = { trailId: 't', sequence: index + 1, at: 1000 + index, actor: 'agent', eventJson: text };
    previousHash = linkHash(previousHash, link);
    return { ...link, hash: previousHash };
  });
}

describe('findBrokenLink', () => {
  it('finds nothing in a whole chain or an empty one', () => {
    expect(findBrokenLink(chainOf(['a', 'b', 'c']))).toBeNull();
    expect(findBrokenLink([])).toBeNull();
  });

  it.each<[string, Partial<AuditLink>]>([
    ['event', { eventJson: 'x' }],
    ['actor', { actor: 'someone else' }],
    ['time', { at: 5 }],
    ['ticket', { trailId: 'other' }],
  ])('names the link whose %s was changed', (_what, change) => {
    const links = chainOf(['a', 'b', 'c']).map((link, index) =>
      index === 1 ? { ...link, ...change } : link,
    );
    expect(findBrokenLink(links)).toBe(2);
  });

  it('names the place where a link was taken out', () => {
    const [first, , third] = chainOf(['a', 'b', 'c']);
    expect(findBrokenLink([first, third].filter((link) => link !== undefined))).toBe(2);
  });

  it('gives a link another hash when its text moves into the field beside it', () => {
    const base = { trailId: 't', sequence: 1, at: 1 };
    expect(linkHash(chainStart, { ...base, actor: 'ab', eventJson: 'c' })).not.toBe(
      linkHash(chainStart, { ...base, actor: 'a', eventJson: 'bc' }),
    );
  });
});
