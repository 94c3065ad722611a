import { describe, expect, it, vi } from 'vitest';

vi.mock('../api/client.ts', () => ({ client: {} }));
const { isLockKey } = await import('./use-lock-key.ts');

const press = {
  key: 'l',
  code: 'KeyL',
  ctrlKey: true,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
};

describe('the key that locks', () => {
  it.each([
    ['Ctrl+L', {}],
    ['Command+L', { ctrlKey: false, metaKey: true }],
    ['with CapsLock', { key: 'L' }],
    ['where the letter lies elsewhere (Dvorak)', { code: 'KeyP' }],
    ['where no Latin letter is printed', { key: 'д' }],
  ])('is %s', (_what, change) => {
    expect(isLockKey({ ...press, ...change })).toBe(true);
  });

  it.each([
    ['without Ctrl', { ctrlKey: false }],
    ['with Shift', { shiftKey: true }],
    ['with AltGr, which comes as Ctrl and Alt', { altKey: true }],
    ['held down', { repeat: true }],
    ['another letter that lies there', { key: 'n' }],
  ])('is not the same %s', (_what, change) => {
    expect(isLockKey({ ...press, ...change })).toBe(false);
  });
});
