import { describe, expect, it } from 'vitest';
import { leavingOf } from './leaving.ts';

describe('leavingOf', () => {
  it.each([
    ['/', 'nothing'],
    ['/customers', 'nothing'],
    ['/devices', 'nothing'],
    ['/ticket/1', 'ticket'],
    ['/customer/1', 'page'],
    ['/messages', 'page'],
    ['/settings/keyboard', 'page'],
    ['/customers/import', 'page'],
  ])('%s: %s', (location, leaving) => {
    expect(leavingOf(location)).toBe(leaving);
  });
});
