import { describe, expect, it } from 'vitest';
import { sharedField } from './doubles.ts';
import { likenessOf } from './look-alikes.ts';
import { mergeDeviceFields, mergeFields, suggestChoices } from './merge.ts';

describe('sharedField', () => {
  const anna = { name: 'Anna Kowalska', phones: ['+4930123456'], emails: ['Anna@example.org'] };
  const nobody = { name: '', phones: [], emails: [] };

  it.each([
    [{ phones: ['+49 30 123456'] }, 'phone'],
    [{ phones: ['030 / 12 34 56'] }, 'phone'],
    [{ phones: ['0049 (0) 30 123456'] }, 'phone'],
    [{ phones: ['+49 30 123456 ext. 5'] }, null],
    [{ emails: ['anna@EXAMPLE.org '] }, 'email'],
    [{ name: 'anna  KOWALSKA' }, 'name'],
    [{ name: 'Anna', phones: ['+49301'], emails: ['a@example.org'] }, null],
  ])('of %j', (change, shared) => {
    expect(sharedField(anna, { ...nobody, ...change }, 'DE')).toBe(shared);
  });

  it('finds nothing in what is not known yet', () => {
    expect(sharedField(nobody, nobody, null)).toBeNull();
    expect(sharedField({ ...nobody, phones: ['12'] }, { ...nobody, phones: ['12'] }, null)).toBeNull();
  });
});

describe('likenessOf', () => {
  it('is the same for serials that are taken for each other, and for no others', () => {
    expect(likenessOf('4G0A1BZPAZ')).toBe(likenessOf('46OAI82PA2'));
    expect(likenessOf('4G0A1B2PAZ')).not.toBe(likenessOf('4G0A1B3PAZ'));
  });
});

describe('a merge', () => {
  it('takes what only the other knows, and joins lists', () => {
    const kept = { id: 'a', name: '', phones: ['1'], notes: 'One.' };
    const other = { id: 'b', name: 'Anna', phones: ['1', '2'], notes: 'Two.' };
    const choices = suggestChoices(['name', 'phones', 'notes'], kept, other);
    expect(choices).toEqual({ name: 'other', phones: 'both', notes: 'kept' });
    expect(mergeFields(kept, other, { ...choices, notes: 'both' })).toEqual({
      id: 'a',
      name: 'Anna',
      phones: ['1', '2'],
      notes: 'One.\nTwo.',
    });
  });

  it.each([
    ['of the owner who is taken', 'b', { customerId: 'other' }, 'shop'],
    ['of the owner who stays', 'b', { customerId: 'kept' }, null],
    ['that only one knows', 'a', {}, 'shop'],
  ] as const)('keeps the place %s', (_, customerId, choices, siteId) => {
    const kept = { customerId: 'a', siteId: null };
    expect(mergeDeviceFields(kept, { customerId, siteId: 'shop' }, choices)).toMatchObject({ siteId });
  });
});

describe('suggestChoices', () => {
  it('joins two lists, takes the one that is there, and never what is not offered', () => {
    const kept = { phones: ['+49'], emails: [], notes: '', name: 'Anna' };
    const other = { phones: ['+34'], emails: ['a@b.example'], notes: 'Loud shop', name: 'Ana' };
    expect(suggestChoices(['phones', 'emails', 'notes', 'name'], kept, other)).toEqual({
      phones: 'both',
      emails: 'other',
      notes: 'other',
      name: 'kept',
    });
    expect(suggestChoices(['emails'], other, kept)).toEqual({ emails: 'kept' });
  });
});
