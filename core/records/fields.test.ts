import { describe, expect, expectTypeOf, it } from 'vitest';
import type { DeviceFields } from '../contract/people-calls.ts';
import { type Customer, type Device, deviceSchema } from '../contract/records.ts';
import type { DeviceKind, Generation, Language, VendorFamily } from '../values.ts';
import { type blankCustomer, customerFields } from './customer-fields.ts';
import { blankDevice, deviceFields } from './device-fields.ts';
import { maxLengthOf, typedShape } from './field.ts';
import { fieldsOf } from './fields-of.ts';
import { customerChoicesSchema, deviceChoicesSchema } from './merge.ts';
import { hasOwnFields } from './own-fields.ts';
import { siteFields } from './site-fields.ts';

describe('the tables of fields', () => {
  it('give records exact types', () => {
    expectTypeOf<Device['kind']>().toEqualTypeOf<DeviceKind>();
    expectTypeOf<Device['vendorFamily']>().toEqualTypeOf<VendorFamily | null>();
    expectTypeOf<Customer['phones']>().toEqualTypeOf<string[]>();
    expectTypeOf<DeviceFields['generation']>().toEqualTypeOf<Generation | null>();
    expectTypeOf<DeviceFields>().not.toHaveProperty('serial');
    expectTypeOf<typeof blankCustomer.language>().toEqualTypeOf<Language | null>();
  });

  it.each(Object.entries(fieldsOf))('have blanks that can be stored in each %s', (_, table) => {
    for (const { stored, blank } of Object.values(table))
      expect(blank === undefined || stored.safeParse(blank).success).toBe(true);
  });

  it.each(Object.entries(fieldsOf))('have a column for each field of a %s', (_, table) => {
    const columns = Object.values(table).map(({ column }) => column);
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('make a device of a serial and what is not known', () => {
    const id = '0190a0a0-0000-7000-8000-000000000001';
    expect(deviceSchema.parse({ id, version: 1, serial: '4G0A1B2PAZ', ...blankDevice }).model).toBe('');
  });

  it('leave out of what is typed what has a call of its own', () => {
    expect(Object.keys(typedShape(deviceFields))).not.toContain('customerId');
  });

  it('offer a merge what can be chosen', () => {
    expect(deviceChoicesSchema.safeParse({ serial: 'other' }).success).toBe(false);
    expect(deviceChoicesSchema.safeParse({ model: 'both' }).success).toBe(false);
    expect(customerChoicesSchema.safeParse({ phones: 'both', name: 'other' }).success).toBe(true);
  });
});

describe('hasOwnFields', () => {
  const details = (after: Readonly<Record<string, unknown>>) => ({ salt: '', before: null, after });

  it('finds what an agent wrote, and nothing in what the program offers', () => {
    expect(hasOwnFields('device', details({ model: 'NVR' }))).toBe(true);
    expect(hasOwnFields('site', details({ address: 'Harbour 1' }))).toBe(true);
    expect(hasOwnFields('device', details({ model: '', kind: 'camera', generation: 'older' }))).toBe(false);
    expect(hasOwnFields('customer', details({ phones: [], language: 'es' }))).toBe(false);
  });
});

describe('maxLengthOf', () => {
  it('is what can be typed into the field, or into each entry of a list', () => {
    expect(maxLengthOf(customerFields.name)).toBe(200);
    expect(maxLengthOf(customerFields.emails)).toBe(254);
    expect(maxLengthOf(siteFields.address)).toBe(1000);
  });

  it('is nothing that a field without a text has', () => {
    expect(() => maxLengthOf(customerFields.language)).toThrow();
    expect(() => maxLengthOf(deviceFields.serial)).toThrow();
  });
});
