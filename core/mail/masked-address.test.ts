import { describe, expect, it } from 'vitest';
import { compareWithMask } from './masked-address.ts';

describe('compareWithMask', () => {
  it.each([
    ['a***@e****.com', 'ada@example.com'],
    ['A***@E****.COM', 'ada.lovelace@example.com'],
    ['a*a@example.com', ' ada@example.com '],
    ['a***a@***.co.uk', 'anna@shop.co.uk'],
    ['1•••@163.com', '1234@163.com'],
    ['a+***@example.com', 'a+cameras@example.com'],
    ['ada@example.com', 'ada@example.com'],
  ])('%s can be %s', (masked, address) => {
    expect(compareWithMask(masked, address)).toBe('fits');
  });

  it.each([
    ['a***@e****.com', 'bob@example.com'],
    ['a***@e****.com', 'ada@example.net'],
    ['a***@e****.com', 'ada@shop.com'],
    ['a***b@e****.com', 'ada@example.com'],
    ['a.c@example.com', 'abc@example.com'],
  ])('%s can not be %s', (masked, address) => {
    expect(compareWithMask(masked, address)).toBe('differs');
  });

  it.each([
    ['', 'ada@example.com'],
    ['a***', 'ada@example.com'],
    ['***@***.***', 'ada@example.com'],
    ['a***@e****.com', ''],
    ['a***@e****.com', 'ada@exam'],
    ['a***@e****.com', 'ada@example.'],
  ])('%s and %s are not whole, or show nothing', (masked, address) => {
    expect(compareWithMask(masked, address)).toBe('unclear');
  });
});
