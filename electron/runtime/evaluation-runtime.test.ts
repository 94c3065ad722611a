import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { integrityOf } from './evaluation-runtime.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-integrity-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('integrityOf', () => {
  it('is the SHA-512 in the notation of npm', async () => {
    const file = join(folder, 'archive');
    await writeFile(file, 'abc');
    // The test vector of FIPS 180 for "abc".
    const digest =
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f';
    expect(await integrityOf(file)).toBe(`sha512-${Buffer.from(digest, 'hex').toString('base64')}`);
  });
});
