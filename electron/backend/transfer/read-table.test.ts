import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean, hasMark: boolean) => {
  const bytes = Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('a table', () => {
  const text = 'Name;Phone\r\nZoë Łoś;030 1\r\n';
  it.each([
    ['utf-8', utf8(text)],
    ['utf-8', utf8(`\uFEFF${text}`)],
    ['utf-16le', utf16(text, true, true)],
    ['utf-16be', utf16(text, false, true)],
    ['utf-16le', utf16(text, true, false)],
  ])('is read from %s', (encoding, bytes) => {
    expect(readTable(bytes)).toMatchObject({
      ok: true,
      table: {
        encoding,
        delimiter: ';',
        headings: ['Name', 'Phone'],
        rows: [{ number: 2, cells: ['Zoë Łoś', '030 1'] }],
      },
    });
  });

  it('is read from what Windows used to write', () => {
    const bytes = Buffer.from('Nombre,Teléfono\nMuñoz €,1\n'.replace('€', '\x80'), 'latin1');
    expect(readTable(bytes)).toMatchObject({
      table: {
        encoding: 'windows-1252',
        headings: ['Nombre', 'Teléfono'],
        rows: [{ cells: ['Muñoz €', '1'] }],
      },
    });
  });

  it('keeps the numbers of rows that a spreadsheet program shows', () => {
    const reading = readTable(utf8('Name\tNotes\n\nAnna\t"two\nlines"\n\t\nBo\t\n'));
    expect(reading.ok && reading.table.rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [3, 'Anna'],
      [5, 'Bo'],
    ]);
  });

  it('takes the apostrophe away that an export has put before a formula, and no other', () => {
    const reading = readTable(utf8("Name,Phone\n'Tis,'+49171\n"));
    expect(reading.ok && reading.table.rows[0]?.cells).toEqual(["'Tis", '+49171']);
  });

  it.each([
    ['empty', utf8('')],
    ['empty', utf8('Name,Phone\n\n')],
    ['notText', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0)],
    ['notText', Uint8Array.of(0x4e, 0, 0, 0, 0x61, 0, 0, 0, 1, 2, 3)],
    ['tooManyColumns', utf8(`${'Name,'.repeat(500)}\nx`)],
    ['tooManyRows', utf8(`Name\n${'x\n'.repeat(5001)}`)],
    ['tooLarge', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('is refused: %s', (refusal, bytes) => {
    expect(readTable(bytes)).toEqual({ ok: false, refusal });
  });

  it('marks rows whose quotation marks do not close', () => {
    const reading = readTable(utf8('Name,Phone\nAnna,1\n"Bo,2\n'));
    expect(reading.ok && reading.table.rows.map(({ isBroken }) => isBroken)).toEqual([false, true]);
  });
});
