import { describe, expect, it } from 'vitest';
import { guessMapping } from './import-headings.ts';
import { readRow } from './import-row.ts';
import { canImport, type ImportField, remap } from './import-table.ts';
import { cellWithoutSecrets } from './secret-cells.ts';

describe('columns', () => {
  it.each([
    [
      'our own export',
      ['Customer ID', 'Name', 'Phones', 'E-mails', 'Language', 'Notes', 'Added'],
      [null, 'name', 'phone', 'email', 'language', 'notes', null],
    ],
    [
      'English',
      ['Customer', 'Mobile', 'Phone 2', 'Mail address', 'Serial No', 'Type'],
      ['name', 'phone', 'phone', 'email', 'serial', 'kind'],
    ],
    [
      'Spanish',
      ['Nombre completo', 'Teléfono', 'Correo electrónico', 'Número de serie', 'Modelo', 'Observaciones'],
      ['name', 'phone', 'email', 'serial', 'model', 'notes'],
    ],
    [
      'German',
      ['Nachname', 'Vorname', 'Telefon', 'E-Mail-Adresse', 'Seriennummer', 'Bemerkungen', 'Sprache'],
      ['lastName', 'firstName', 'phone', 'email', 'serial', 'notes', 'language'],
    ],
    [
      'French',
      ['Nom', 'Prénom', 'Téléphone portable', 'Courriel', 'N° de série', 'Modèle', 'Remarques'],
      ['lastName', 'firstName', 'phone', 'email', 'serial', 'model', 'notes'],
    ],
    [
      'Italian',
      ['Nome', 'Cognome', 'Cellulare', 'Indirizzo e-mail', 'Matricola', 'Modello', 'Lingua'],
      ['firstName', 'lastName', 'phone', 'email', 'serial', 'model', 'language'],
    ],
    [
      'Portuguese',
      ['Nome completo', 'Telemóvel', 'E-mail', 'Número de série', 'Observações'],
      ['name', 'phone', 'email', 'serial', 'notes'],
    ],
    [
      'Dutch',
      ['Voornaam', 'Achternaam', 'Telefoonnummer', 'E-mailadres', 'Serienummer', 'Opmerkingen'],
      ['firstName', 'lastName', 'phone', 'email', 'serial', 'notes'],
    ],
    [
      'Polish',
      ['Imię', 'Nazwisko', 'Numer telefonu', 'Adres e-mail', 'Numer seryjny', 'Uwagi'],
      ['firstName', 'lastName', 'phone', 'email', 'serial', 'notes'],
    ],
    [
      'Russian',
      ['Фамилия', 'Имя', 'Мобильный телефон', 'Электронная почта', 'Серийный номер', 'Примечание'],
      ['lastName', 'firstName', 'phone', 'email', 'serial', 'notes'],
    ],
    [
      'Chinese',
      ['姓名', '手机号码', '邮箱', '序列号', '备注'],
      ['name', 'phone', 'email', 'serial', 'notes'],
    ],
    [
      'Japanese',
      ['氏名', '電話番号', 'メールアドレス', '型番', '備考'],
      ['name', 'phone', 'email', 'model', 'notes'],
    ],
    [
      'an address book of a phone',
      [
        'First Name',
        'Last Name',
        'E-mail 1 - Value',
        'Phone 1 - Label',
        'Phone 1 - Value',
        'Phone 2 - Value',
      ],
      ['firstName', 'lastName', 'email', null, 'phone', 'phone'],
    ],
    [
      'an address book of before, with the whole name beside its parts',
      ['Name', 'Given Name', 'Additional Name', 'Family Name', 'E-mail 1 - Type', 'E-mail 1 - Value'],
      ['name', 'firstName', null, 'lastName', null, 'email'],
    ],
    [
      'a mail program',
      ['First Name', 'Last Name', 'Company', 'Business Phone 2', 'E-mail 2 Address', 'E-Mail 2: Adresse'],
      ['firstName', 'lastName', 'name', 'phone', 'email', 'email'],
    ],
    ['headings with full stops', ['N.º de serie', 'Adresse mél'], ['serial', 'email']],
    ['the same word alone and beside another', ['Nom', 'Tél.'], ['name', 'phone']],
    ['unknown ones', ['Qty', 'Price', ''], [null, null, null]],
  ])('are guessed from headings: %s', (_, headings, fields) => {
    expect(guessMapping(headings)).toEqual(fields);
  });

  it('take a field that stands once from the column that had it', () => {
    expect(remap(['name', 'phone', null], 2, 'name')).toEqual([null, 'phone', 'name']);
    expect(remap(['name', 'phone', null], 2, 'phone')).toEqual(['name', 'phone', 'phone']);
  });

  it('must hold something that a customer or device is known by', () => {
    expect(canImport([null, 'notes', 'model'])).toBe(false);
    expect(canImport([null, 'serial'])).toBe(true);
  });
});

const rules = { takesShortRows: false, country: 'DE' };

/** One cell for each field. */
const read = (cells: Partial<Record<ImportField, string>>) =>
  readRow(Object.values(cells), {
    ...rules,
    mapping: Object.keys(cells).map((name) => name as ImportField),
    headings: Object.keys(cells).map(() => ''),
  });

describe('a row', () => {
  it('may have several phones and addresses in a cell', () => {
    expect(
      read({ name: ' Anna ', phone: '030 1234; +49 171 5551234', email: 'a@x.org, b@x.org' }),
    ).toMatchObject({
      ok: true,
      row: {
        name: 'Anna',
        phones: ['030 1234', '+49 171 5551234'],
        emails: ['a@x.org', 'b@x.org'],
        device: null,
      },
    });
  });

  it('has a device by its serial, of the kind that it says or that its model shows', () => {
    expect(read({ serial: '7k0a-1c9p az00042', kind: 'Cámara', model: '' })).toMatchObject({
      row: { device: { serial: '7K0A1C9PAZ00042', kind: 'camera' } },
    });
    expect(read({ serial: '7K0A1C9PAZ00042', kind: '', model: 'IPC-HFW1' })).toMatchObject({
      row: { device: { kind: 'camera' } },
    });
  });

  it.each([
    ['nothing', { name: ' ', notes: 'x' }, 'x'],
    ['badPhone', { name: 'Anna', phone: 'none' }, 'none'],
    ['badEmail', { email: 'anna(at)x.org' }, 'anna(at)x.org'],
    ['badLanguage', { name: 'Anna', language: 'Klingon' }, 'Klingon'],
    ['badSerial', { serial: 'ABC_123' }, 'ABC_123'],
    ['badKind', { serial: 'ABC1234', kind: 'toaster' }, 'toaster'],
    ['tooLong', { name: 'x'.repeat(201) }, 'x'.repeat(201)],
    ['cutNumber', { name: 'Anna', phone: '4.91715E+11' }, '4.91715E+11'],
    ['cutNumber', { name: 'Anna', phone: '4,91715E+11' }, '4,91715E+11'],
    ['cutNumber', { serial: '7.00012E+14' }, '7.00012E+14'],
  ])('is refused with a reason and the value: %s', (reason, cells, value) => {
    expect(read(cells)).toEqual({ ok: false, problem: { reason, value } });
  });

  it.each([
    ['="0171 5551234"', ['0171 5551234']],
    ["'0171 5551234", ['0171 5551234']],
    ['491715551234.0', ['491715551234']],
    ['0171 5551234 / 030 1234567', ['0171 5551234', '030 1234567']],
    ['0171/5551234', ['0171/5551234']],
  ])('takes a phone out of what a spreadsheet program or a person made of it: %s', (phone, phones) => {
    expect(read({ phone })).toMatchObject({ ok: true, row: { phones } });
  });

  it.each([
    ['Anna', 'Berg', 'Anna Berg'],
    ['', 'Berg', 'Berg'],
    ['花子', '佐藤', '佐藤花子'],
  ])('joins the names of two columns: %s, %s', (firstName, lastName, name) => {
    expect(read({ firstName, lastName })).toMatchObject({ row: { name } });
  });

  it.each([
    ['Spanish', 'es', null],
    ['Español', 'es', null],
    ['hiszpański', 'es', null],
    ['английский', 'en', null],
    ['英語', 'en', null],
    ['en_GB', 'en', null],
    ['es-419', 'es', null],
    ['ENG', 'en', null],
    ['Deutsch', null, 'Deutsch'],
    ['German', null, 'German'],
    ['de-DE', null, 'de-DE'],
    ['alemán', null, 'alemán'],
    ['Nederlands', null, 'Nederlands'],
    ['', null, null],
  ])('knows a language however it is named: %s', (cell, language, otherLanguage) => {
    expect(read({ name: 'Anna', language: cell })).toMatchObject({
      ok: true,
      row: { language, otherLanguage },
    });
  });

  it('may write a mail address as address books do', () => {
    expect(read({ email: 'Berg, Anna <anna@berg.example>' })).toMatchObject({
      row: { emails: ['anna@berg.example'] },
    });
  });
});

describe('a row with other cells than headings', () => {
  const mapping: ImportField[] = ['name', 'phone'];
  const readCells = (cells: string[], takesShortRows = false) =>
    readRow(cells, { mapping, headings: ['', ''], country: null, takesShortRows });

  it('is refused with what is too much, and taken where that is empty', () => {
    expect(readCells(['Anna', '030 1234567', 'very angry', ''])).toEqual({
      ok: false,
      problem: { reason: 'moreCells', value: 'very angry' },
    });
    expect(readCells(['Anna', '030 1234567', '', ' '])).toMatchObject({ ok: true });
  });

  it('is refused where cells are missing that would be taken, unless the agent says that they are empty', () => {
    expect(readCells(['the rest of a note'])).toEqual({
      ok: false,
      problem: { reason: 'fewerCells', value: 'the rest of a note' },
    });
    expect(readCells(['Anna'], true)).toMatchObject({ ok: true, row: { name: 'Anna', phones: [] } });
    const leftOut = {
      mapping: ['name' as const, null],
      headings: ['', ''],
      country: null,
      takesShortRows: false,
    };
    expect(readRow(['Anna'], leftOut)).toMatchObject({ ok: true });
  });

  it.each([
    ['Berg GmbH', 'Anna', 'Berg', 'Anna Berg, Berg GmbH'],
    ['Anna Berg', 'Anna', 'Berg', 'Anna Berg'],
    ['Berg, Anna M.', 'Anna', 'Berg', 'Berg, Anna M.'],
  ])('loses neither the name nor its parts: %s, %s, %s', (name, firstName, lastName, whole) => {
    expect(read({ name, firstName, lastName })).toMatchObject({ row: { name: whole } });
  });

  it.each(['NULL', '#N/A', '#NV', 'n/a', '-', '—'])('takes %s as an empty cell', (nothing) => {
    const row = { name: 'Anna', phones: [], emails: [], notes: '', device: null };
    expect(
      read({ name: 'Anna', phone: nothing, email: nothing, serial: nothing, notes: nothing }),
    ).toMatchObject({
      row,
    });
  });

  it('finds a rounded number beside a whole one', () => {
    expect(read({ name: 'Anna', phone: '4.92E+11 / 030 1234567' })).toMatchObject({
      problem: { reason: 'cutNumber', value: '4.92E+11' },
    });
  });

  it('takes several addresses as an address book joins them', () => {
    const cells = { name: 'Anna', phone: '030 1234567 ::: 0171 5551234', email: 'a@x.org ::: b@x.org' };
    expect(read(cells)).toMatchObject({
      row: { phones: ['030 1234567', '0171 5551234'], emails: ['a@x.org', 'b@x.org'] },
    });
  });

  it.each([
    ['Password', 'Kugel2024'],
    ['Contraseña del equipo', 'sol12345'],
    ['Security code', '482913'],
  ])('is refused for what stands under %s', (heading, secret) => {
    const reading = readRow(['', '7K0A1C9PAZ10001', secret], {
      ...rules,
      headings: ['Name', 'Serial', heading],
      mapping: ['name', 'serial', 'notes'],
    });
    expect(reading).toEqual({ ok: false, problem: { reason: 'secret', value: '7K0A1C9PAZ10001' } });
    expect(cellWithoutSecrets(heading, secret)).toBe('•••');
  });

  it.each([
    ['Code', '10001'],
    ['Customer code', 'C12345'],
    ['Postcode', '10115'],
    ['Notes', '10115'],
  ])('is taken with what stands under %s', (heading, cell) => {
    const table = { headings: ['Name', heading], mapping: ['name' as const, 'notes' as const] };
    expect(readRow(['Anna', cell], { ...rules, ...table })).toMatchObject({ ok: true });
  });
});
