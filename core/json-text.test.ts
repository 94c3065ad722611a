import { describe, expect, it } from 'vitest';
import { readJson } from './json-text.ts';

const sound = [
  '{}',
  '[]',
  ' {"a": [1, -2.5e3, true, null, "x"], "b": {"c": "\\u00e9\\n\\"}"}}\n',
  '"text"',
  '[[[0]]]',
];

describe('readJson', () => {
  it.each(sound)('reads %s as JSON.parse does', (text) => {
    const reading = readJson(text);
    expect(reading.ok && reading.value).toEqual(JSON.parse(text));
  });

  it.each([
    ['{"a": 1,\n  "b" 2}', 2, 7, 'A colon is expected.'],
    ['{"a": 1\n "b": 2}', 2, 2, 'A comma or } is expected.'],
    ['[1, 2', 1, 6, 'A comma or ] is expected.'],
    ['{"a": }', 1, 7, 'A value is expected.'],
    ['{"a": 01}', 1, 7, 'This is not a value that JSON knows.'],
    ["{'a': 1}", 1, 2, 'A name in double quotes is expected.'],
    ['{"a": 1}\n}', 2, 1, 'Nothing may follow here.'],
    ['{"a": 1, "a": 2}', 1, 10, '"a" is there twice.'],
    ['', 1, 1, 'A value is expected.'],
    ['{"a": "new\nline"}', 1, 7, 'A value is expected.'],
    ['{"a": "\\x"}', 1, 7, 'This is not a value that JSON knows.'],
    ['['.repeat(100), 1, 65, 'This is nested too deeply.'],
    [`[${'0,'.repeat(20_000)}0]`, 1, 20_000, 'There are more than 10000 values in this file.'],
  ])('says where %j goes wrong', (text, line, column, reason) => {
    expect(readJson(text)).toEqual({ ok: false, place: { line, column }, reason });
  });

  it('knows where each value begins, or else what is around it', () => {
    const reading = readJson('{\n  "steps": [\n    { "id": "a" },\n    { "id":\n "b" }\n  ]\n}');
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.placeOf(['steps', 1, 'id'])).toEqual({ line: 5, column: 2 });
    expect(reading.placeOf(['steps', 0, 'title', 'en'])).toEqual({ line: 3, column: 5 });
    expect(reading.placeOf([])).toEqual({ line: 1, column: 1 });
  });

  it('keeps a name like __proto__ as a plain field', () => {
    const reading = readJson('{"__proto__": {"isAdmin": true}}');
    expect(reading.ok && Object.keys(Object(reading.value))).toEqual(['__proto__']);
    expect('isAdmin' in {}).toBe(false);
  });
});
