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

  it('is read behind any number of empty rows, and before a million of them', () => {
    const reading = readTable(
      utf8(`${';;\n'.repeat(50_000)}Name;Phone;X\nBo;030 1;\n${';;\n'.repeat(200_000)}`),
    );
    expect(reading).toMatchObject({
      table: { delimiter: ';', headings: ['Name', 'Phone', 'X'], rows: [{ number: 50_002 }] },
    });
  });

  it.each([
    ['macintosh', 'Gr\x9a\xa7e M\x9fller'],
    ['windows-1252', 'Gr\xf6\xdfe M\xfcller'],
    ['windows-1252', 'M\x81ller'],
  ])('of few foreign letters is read as %s where they make words of it', (encoding, name) => {
    const bytes = Buffer.from(`Name;Phone\n${name};030 1\n`, 'latin1');
    expect(readTable(bytes)).toMatchObject({ table: { encoding } });
  });

  it.each(['sep=;', '"sep=;"'])('is read behind %s', (told) => {
    expect(readTable(utf8(`${told}\r\nName;Phone\r\nBo;1\r\n`))).toMatchObject({
      table: { delimiter: ';', headings: ['Name', 'Phone'] },
    });
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

/** A heading line, a name, and both as other programs write them: bytes in hex. */
const encodedTables = [
  ['windows-1252', 'Name;Telefon', 'Müller', '4e616d653b54656c65666f6e0a4dfc6c6c65723b310a'],
  [
    'windows-1252',
    'Nom;Téléphone',
    'Hélène Lefèvre',
    '4e6f6d3b54e96ce970686f6e650a48e96ce86e65204c6566e87672653b310a',
  ],
  ['windows-1252', 'Nombre;Teléfono', 'Muñoz €', '4e6f6d6272653b54656ce9666f6e6f0a4d75f16f7a20803b310a'],
  ['windows-1250', 'Imię;Telefon', 'Łukasz Żak', '496d69ea3b54656c65666f6e0aa3756b61737a20af616b3b310a'],
  ['windows-1250', 'Name;Phone', 'Jiří Dvořák', '4e616d653b50686f6e650a4a69f8ed2044766ff8e16b3b310a'],
  ['windows-1251', 'Имя;Телефон', 'Анна Иванова', 'c8ecff3bd2e5ebe5f4eeed0ac0edede020c8e2e0edeee2e03b310a'],
  ['windows-1251', 'Name;Phone', 'Иван', '4e616d653b50686f6e650ac8e2e0ed3b310a'],
  ['koi8-r', 'Name;Phone', 'Анна Иванова', '4e616d653b50686f6e650ae1cecec120e9d7c1cecfd7c13b310a'],
  ['windows-1253', 'Όνομα;Τηλέφωνο', 'Γιώργος', 'bcedefece13bd4e7ebddf6f9edef0ac3e9fef1e3eff23b310a'],
  [
    'windows-1254',
    'İsim;Telefon',
    'Şükrü Yılmaz',
    'dd73696d3b54656c65666f6e0adefc6b72fc2059fd6c6d617a3b310a',
  ],
  ['shift_jis', '名前;電話番号', '佐藤花子', '96bc914f3b9364986294d48d860a8db293a189d48e713b310a'],
  ['shift_jis', 'Name;Phone', 'サトウ', '4e616d653b50686f6e650a8354836783453b310a'],
  ['gb18030', '姓名;电话', '王小明', 'd0d5c3fb3bb5e7bbb00acdf5d0a1c3f73b310a'],
  ['gb18030', 'Name;Phone', '李娜', '4e616d653b50686f6e650ac0eec4c83b310a'],
  ['big5', '姓名;電話', '陳大文', 'a96da6573bb971b8dc0ab3afa46aa4e53b310a'],
  ['euc-kr', '이름;전화', '김철수', 'c0ccb8a73bc0fcc8ad0ab1e8c3b6bcf63b310a'],
] as const;

describe('the encoding', () => {
  it.each(encodedTables)('%s is told by its letters: %s, %s', (encoding, headings, name, hex) => {
    expect(readTable(Buffer.from(hex, 'hex'))).toMatchObject({
      table: { encoding, headings: headings.split(';'), rows: [{ cells: [name, '1'] }] },
    });
  });

  it.each(encodedTables)('%s can be chosen: %s, %s', (encoding, _headings, name, hex) => {
    const wanted = { encoding, delimiter: ';', hasHeadings: true } as const;
    expect(readTable(Buffer.from(hex, 'hex'), wanted)).toMatchObject({
      table: { rows: [{ cells: [name, '1'] }] },
    });
  });
});

describe('what a file says of itself', () => {
  it('is heard: a line with the delimiter, which no row is counted for', () => {
    expect(readTable(utf8('sep=|\r\nName|Phone\r\nBerg, Anna|1\r\n'))).toMatchObject({
      table: {
        delimiter: '|',
        headings: ['Name', 'Phone'],
        rows: [{ number: 2, cells: ['Berg, Anna', '1'] }],
      },
    });
  });

  it('is not taken for granted: a first row with a number in it and no known heading is a row', () => {
    expect(readTable(utf8('Anna,0171 5551234\nBo,0171 5551235\n'))).toMatchObject({
      table: { hasHeadings: false, headings: ['', ''], rows: [{ number: 1 }, { number: 2 }] },
    });
  });

  it('can be overruled by the agent', () => {
    const wanted = { encoding: 'utf-8', delimiter: ';', hasHeadings: false } as const;
    expect(readTable(utf8('Name,Phone\nBerg; Anna,1\n'), wanted)).toMatchObject({
      table: { rows: [{ cells: ['Name,Phone'] }, { cells: ['Berg', ' Anna,1'] }] },
    });
  });

  it('leaves a comma in a list of one column to be refused', () => {
    expect(readTable(utf8('Name\nBerg, Anna\n'))).toMatchObject({
      table: { headings: ['Name'], rows: [{ cells: ['Berg', ' Anna'] }] },
    });
  });
});
