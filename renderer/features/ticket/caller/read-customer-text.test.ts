import { describe, expect, it } from 'vitest';
import { isBareNumber, readCallerText, readCustomerText } from './read-customer-text.ts';

describe('readCustomerText', () => {
  it.each([
    ['Anna Rossi', { name: 'Anna Rossi', phones: [], emails: [] }],
    ['+49 (171) 55-66 77', { name: '', phones: ['+49 (171) 55-66 77'], emails: [] }],
    ['Ana (+34) 612 34 56 78 ext. 5', { name: 'Ana', phones: ['(+34) 612 34 56 78 ext. 5'], emails: [] }],
    ['Bo tel:+34612345678', { name: 'Bo', phones: ['tel:+34612345678'], emails: [] }],
    ['佐藤 ０３－１２３４－５６７８', { name: '佐藤', phones: ['03-1234-5678'], emails: [] }],
    ['anna@example.org', { name: '', phones: [], emails: ['anna@example.org'] }],
    [
      'Anna Rossi 030 123456 anna@example.org',
      { name: 'Anna Rossi', phones: ['030 123456'], emails: ['anna@example.org'] },
    ],
    ['0171 5566 Bruno  Keller', { name: 'Bruno Keller', phones: ['0171 5566'], emails: [] }],
    ['Ana 612345678 933445566', { name: 'Ana', phones: ['612345678', '933445566'], emails: [] }],
    ['Ana 612 345 678 933 445 566', { name: 'Ana', phones: ['612 345 678', '933 445 566'], emails: [] }],
    ['Ana 612345678, 933445566', { name: 'Ana', phones: ['612345678', '933445566'], emails: [] }],
    ['Ana; 612345678 / 933445566', { name: 'Ana', phones: ['612345678', '933445566'], emails: [] }],
    ['González, Ana, 612345678', { name: 'González, Ana', phones: ['612345678'], emails: [] }],
    [
      'Ana ana@example.org, bo@example.org.',
      { name: 'Ana', phones: [], emails: ['ana@example.org', 'bo@example.org'] },
    ],
    ['Ana <ana@example.org>', { name: 'Ana', phones: [], emails: ['ana@example.org'] }],
  ])('sorts %s', (text, sorted) => {
    expect(readCustomerText(text)).toEqual(sorted);
  });

  it('leaves a short number in the name', () => {
    expect(readCustomerText('Bar 21')).toEqual({ name: 'Bar 21', phones: [], emails: [] });
  });

  it('keeps to the lengths that can be stored', () => {
    expect(readCustomerText('x'.repeat(300)).name).toHaveLength(200);
    expect(readCustomerText('1'.repeat(300)).phones[0]).toHaveLength(50);
  });
});

describe('isBareNumber', () => {
  it.each(['104237', '1', '1042375', '10-4', '１０４２３７', '#12'])('is true of %s', (text) => {
    expect(isBareNumber(text)).toBe(true);
  });

  it.each([
    '',
    'Bar 21',
    '0171 5566778',
    '555-1234',
    '01715566',
    '+34612345678',
    '21@example.org',
    '山田 3',
    '?',
  ])('is not true of %j', (text) => {
    expect(isBareNumber(text)).toBe(false);
  });
});

describe('readCallerText', () => {
  it.each([
    ['Anna Rossi 030 123456 4k002c6paja49a7 anna@example.org', '4K002C6PAJA49A7'],
    ['4K002C6PAJA49A7 Anna Rossi 030 123456 anna@example.org', '4K002C6PAJA49A7'],
  ])('takes the serial out of %s, wherever it stands', (text, serial) => {
    expect(readCallerText(text)).toEqual({
      name: 'Anna Rossi',
      phones: ['030 123456'],
      emails: ['anna@example.org'],
      serial,
      person: 'Anna Rossi 030 123456 anna@example.org',
    });
  });

  it.each([
    'Maria, 4K002C6PAJA49A7, 612345678',
    'Maria SN:4K002C6PAJA49A7 612345678',
    'Maria S/N: 4k00-2c6p-aja4-9a7; 612345678',
    'Maria 612345678 (4K002C6PAJA49A7)',
    '4K002C6PAJA49A7: Maria 612345678',
    'Maria 612345678 4K002C6PAJA49A7.',
  ])('leaves nothing of the serial in the name: %s', (text) => {
    expect(readCallerText(text)).toMatchObject({
      name: 'Maria',
      phones: ['612345678'],
      serial: '4K002C6PAJA49A7',
    });
  });

  it('takes a name with a number for a serial only where it is called one', () => {
    expect(readCallerText('Restaurante24 SN: ABCDEFGHIJ12')).toMatchObject({
      name: 'Restaurante24',
      serial: 'ABCDEFGHIJ12',
    });
  });

  it.each([
    ['a name with a number', 'Restaurante24'],
    ['a nick with a year', 'mariagonzalez1975'],
    ['only digits', '004930123456789'],
    ['only letters', 'Wolfeschlegelstein'],
    ['a short word', 'Bar21 Ana'],
    ['a mail address', 'ana1234567@example.org'],
    ['a number with an extension', '+34612345678x12345'],
  ])('takes %s for no serial', (_, text) => {
    expect(readCallerText(text)).toMatchObject({ serial: null, person: text });
  });
});
