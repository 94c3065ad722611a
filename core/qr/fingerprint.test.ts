import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

describe('fingerprintOf', () => {
  it.each(['', 'TESTA1KEYNO001AAAA', 'é'])('is the SHA-256 of the bytes of %j', (text) => {
    expect(fingerprintOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('differs when one character differs', () => {
    expect(fingerprintOf('TESTA1')).not.toBe(fingerprintOf('TESTA2'));
  });
});
