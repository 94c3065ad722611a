import { describe, expect, it } from 'vitest';
import { labelPayload, resetPayload } from '../testkit/payloads.ts';
import { createRandom } from '../testkit/random.ts';
import { codeWithin } from './typed-code.ts';

const random = createRandom(11);
const CODES = [resetPayload(random), labelPayload(random)];

describe('codeWithin', () => {
  it.each([
    ['', '', 0],
    [']Q1', '', 0],
    [']C0', '\r', 0],
    ['*', '*', 1],
    ['Maria ', '', 6],
    ['Maria ]d2', '#', 6],
  ])('finds a code between %j and %j', (before, after, start) => {
    for (const code of CODES) {
      const found = codeWithin(`${before}${code}${after}`);
      expect({ ...found, text: found.text.trim() }).toEqual({ text: code, start });
    }
  });

  it.each(['4K002C6PAJA49A7', 'https://example.com/x', 'nothing at all', ''])(
    'leaves %j as it is',
    (text) => {
      expect(codeWithin(text)).toEqual({ text, start: 0 });
      expect(codeWithin(`]C0${text}`)).toEqual({ text, start: 0 });
    },
  );
});
