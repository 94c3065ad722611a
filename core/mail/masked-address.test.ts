import { describe, expect, it } from 'vitest';
import { compareWithMask, judgeMailboxes } from './masked-address.ts';

describe('compareWithMask', () => {
  it.each([
    ['a***@e****.com', 'ada@example.com'],
    ['A***@E****.COM', 'ada.lovelace@example.com'],
    ['a*a@example.com', ' ada@example.com '],
    ['a***a@***.co.uk', 'anna@shop.co.uk'],
    ['1•••@163.com', '1234@163.com'],
    ['a+***@example.com', 'a+cameras@example.com'],
    ['ada@example.com', 'ada@example.com'],
    ['a...@gmail.com', 'ada@gmail.com'],
    ['a…@gmail.com', 'ada@gmail.com'],
    ['a＊＊＊＠e＊＊＊.com', 'ada@example.com'],
    ['axxx@exxxx.com', 'ada@example.com'],
    ['a__@e--.com', 'ada@example.com'],
    ['a *** @ e***.com', 'ada@example.com'],
    ['a***@e ***.com', 'ada@example.com'],
    ['a***@e***.com (old)', 'ada@example.com'],
    ['mail: a***@e***.com', 'ada@example.com'],
    ['a.c@example.com', 'a.c@example.com'],
  ])('%s can be %s', (masked, address) => {
    expect(compareWithMask(masked, address)).toBe('fits');
  });

  it.each([
    ['a***@e****.com', 'bob@example.com'],
    ['a***@e****.com', 'ada@example.net'],
    ['a***@e****.com', 'ada@shop.com'],
    ['a***b@e****.com', 'ada@example.com'],
    ['a.c@example.com', 'abc@example.com'],
    ['a...@gmail.com', 'bob@gmail.com'],
    ['a＊＊＊＠e＊＊＊.com', 'bob@example.com'],
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
    ['xxx@xxx', 'ada@example.com'],
    ['a***@e***.com (old)', 'bob@example.com'],
    ['a *** @ e***.com', 'bob@example.com'],
    ['a***@e***.com(old)', 'ada@example.com'],
    ['a◆◆@example.com', 'ada@example.com'],
  ])('%s and %s are not whole, or show nothing', (masked, address) => {
    expect(compareWithMask(masked, address)).toBe('unclear');
  });
});

describe('judgeMailboxes', () => {
  const saved = ['ada@example.com', 'ada@shop.com', 'bob@example.com'];

  it('tells of the saved addresses only those that fit', () => {
    expect(judgeMailboxes('a***@e****.com', ' ', saved)).toEqual([
      { address: 'ada@example.com', fit: 'fits' },
    ]);
    expect(judgeMailboxes('z***@z****.com', '', saved)).toEqual([]);
  });

  it('tells of a typed address alone, also that it differs', () => {
    expect(judgeMailboxes('a***@e****.com', ' ada@shop.com ', saved)).toEqual([
      { address: 'ada@shop.com', fit: 'differs' },
    ]);
    expect(judgeMailboxes('a***@e****.com', 'ada@', saved)).toEqual([]);
  });
});
