import { describe, expect, it } from 'vitest';
import { readRow } from './import-row.ts';
import { canImport, guessMapping, remap } from './import-table.ts';

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

describe('a row', () => {
  const read = (cells: Record<string, string>) =>
    readRow(
      Object.values(cells),
      Object.keys(cells).map((name) => name as 'name'),
    );

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
    ['nothing', { name: ' ', notes: 'x' }],
    ['badPhone', { name: 'Anna', phone: 'none' }],
    ['badEmail', { email: 'anna(at)x.org' }],
    ['badLanguage', { name: 'Anna', language: 'Klingon' }],
    ['badSerial', { serial: 'ABC_123' }],
    ['badKind', { serial: 'ABC1234', kind: 'toaster' }],
    ['tooLong', { name: 'x'.repeat(201) }],
  ])('is refused with a reason: %s', (problem, cells) => {
    expect(read(cells)).toEqual({ ok: false, problem });
  });
});
