import { afterEach, describe, expect, it } from 'vitest';
import { createSecret, wipeAllSecrets } from './secret-memory.ts';

afterEach(wipeAllSecrets);

describe('createSecret', () => {
  it('holds what was written until it is wiped', () => {
    const secret = createSecret();
    secret.write('x7');
    expect(secret.read()).toBe('x7');
    secret.wipe();
    expect(secret.read()).toBe('');
  });

  it('tells of every change, the wiping too, until told to stop', () => {
    const secret = createSecret();
    const seen: string[] = [];
    const stop = secret.subscribe(() => seen.push(secret.read()));
    secret.write('a');
    secret.wipe();
    stop();
    secret.write('b');
    expect(seen).toEqual(['a', '']);
  });
});

describe('wipeAllSecrets', () => {
  it('leaves no secret, also one that was written again after a wipe', () => {
    const first = createSecret();
    const second = createSecret();
    first.write('a');
    second.write('b');
    second.wipe();
    second.write('c');
    wipeAllSecrets();
    expect([first.read(), second.read()]).toEqual(['', '']);
  });
});
