import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { protectionMarkIn } from './protection-mark.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-mark-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the computer remembers of the protection', () => {
  it('is kept, raised and lowered', () => {
    const mark = protectionMarkIn(folder, { error: vi.fn() });
    expect(mark.read()).toBeNull();
    for (const protection of ['passphrase', 'keyring'] as const) {
      mark.remember(protection);
      expect(protectionMarkIn(folder, { error: vi.fn() }).read()).toBe(protection);
    }
    mark.remember('unprotected');
    expect(mark.read()).toBeNull();
  });

  it.each(['', 'tpm\n', '\0\0\0'])('counts as protected in some way when the file says %j', (text) => {
    writeFileSync(join(folder, 'protection-mark'), text);
    expect(protectionMarkIn(folder, { error: vi.fn() }).read()).toBe('keyring');
  });

  it('keeps no desk shut where it can not be written', () => {
    mkdirSync(join(folder, 'protection-mark'));
    const log = { error: vi.fn() };
    const mark = protectionMarkIn(folder, log);
    mark.remember('passphrase');
    mark.remember('unprotected');
    expect(mark.read()).toBe('keyring');
    expect(log.error).toHaveBeenCalledTimes(2);
  });
});
