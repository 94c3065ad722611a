import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  makeRecoverySlot,
  openRecoverySlot,
  protectedKeySchema,
  unwrapWithPassphrase,
  wrapWithPassphrase,
} from './key-record.ts';

describe('a key wrapped with a passphrase', () => {
  it('comes back with the passphrase, also after the record was written as JSON', async () => {
    const key = randomBytes(32);
    const json: unknown = JSON.parse(JSON.stringify(await wrapWithPassphrase(key, 'correct horse')));
    const record = protectedKeySchema.parse(json);
    if (record.protection !== 'passphrase') throw new Error('another kind of record came back');
    expect(await unwrapWithPassphrase(record, 'correct horse')).toEqual(key);
  });

  it('does not come back with another passphrase', async () => {
    const record = await wrapWithPassphrase(randomBytes(32), 'correct horse');
    expect(await unwrapWithPassphrase(record, 'Correct horse')).toBeNull();
    expect(await unwrapWithPassphrase(record, '')).toBeNull();
  });

  it('comes back when an accent is typed composed or in two parts', async () => {
    const key = randomBytes(32);
    const record = await wrapWithPassphrase(key, 'caf\u00e9 au lait');
    expect(await unwrapWithPassphrase(record, 'cafe\u0301 au lait')).toEqual(key);
  });

  it('is refused when anything in the record was changed', async () => {
    const record = await wrapWithPassphrase(randomBytes(32), 'correct horse');
    const flipped = Buffer.from(record.wrappedKey, 'base64');
    flipped.writeUInt8(flipped.readUInt8(0) ^ 1, 0);
    const changes = [
      { wrappedKey: flipped.toString('base64') },
      { wrappedKey: '' },
      { keyId: '0'.repeat(16) },
    ];
    for (const change of changes) {
      expect(await unwrapWithPassphrase({ ...record, ...change }, 'correct horse')).toBeNull();
    }
  });

  it('is not in the record, nor is the passphrase', async () => {
    const key = randomBytes(32);
    const text = JSON.stringify(await wrapWithPassphrase(key, 'correct horse'));
    for (const secret of [key.toString('base64'), key.toString('hex'), 'correct horse']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('a key wrapped by a recovery key', () => {
  it('comes back with the same one only', async () => {
    const key = randomBytes(32);
    const secret = randomBytes(15);
    const slot = await makeRecoverySlot(key, secret, 1);
    expect(await openRecoverySlot(slot, secret)).toEqual(key);
    expect(await openRecoverySlot(slot, randomBytes(15))).toBeNull();
    expect(JSON.stringify(slot)).not.toContain(key.toString('base64'));
  });
});
