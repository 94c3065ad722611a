import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyNotWritable } from './probe-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-probe-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder to write into', () => {
  it('is made for this user only, and nothing is left in it', () => {
    const inner = join(folder, 'a', 'b');
    expect(whyNotWritable(inner)).toBeNull();
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(readdirSync(inner)).toEqual([]);
  });

  it('is left as it is when it is there', () => {
    mkdirSync(join(folder, 'kept'));
    expect(whyNotWritable(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it('is none where a file has its name, or that of a folder above it', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect([whyNotWritable(file), whyNotWritable(join(file, 'profile'))]).toEqual(['nameTaken', 'nameTaken']);
  });

  it('is none where its name is too long', () => {
    expect(whyNotWritable(join(folder, 'x'.repeat(300)))).toBe('badName');
  });

  it.runIf(process.platform === 'linux')('is none where nothing can be made', () => {
    expect(whyNotWritable('/proc/self/profile')).not.toBeNull();
  });
});
