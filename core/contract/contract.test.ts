import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contract } from './contract.ts';

const SECRET_NAMES = /securityCode|newPassword|devicePassword|^password$|^code$|safetyCode/i;

describe('the contract', () => {
  it('has no field for a security code or a device password, in any call or event', () => {
    for (const [name, entry] of Object.entries(contract)) {
      const schemas: z.ZodType[] = entry.kind === 'event' ? [entry.payload] : [entry.input, entry.output];
      for (const schema of schemas) {
        const fields = fieldNames(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
        expect(
          fields.filter((field) => SECRET_NAMES.test(field)),
          name,
        ).toEqual([]);
      }
    }
  });

  it('guards a secret on the clipboard without being told what it is', () => {
    for (const name of [
      'clipboard.expectSecret',
      'clipboard.guardSecret',
      'clipboard.clearSecret',
    ] as const) {
      expect(contract[name].input.safeParse({}).success).toBe(true);
      expect(contract[name].input.safeParse({ text: 'x' }).success).toBe(false);
    }
  });

  it('names every endpoint noun.verb and every event noun.pastTense', () => {
    for (const [name, entry] of Object.entries(contract)) {
      expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
      if (entry.kind === 'event') expect(name).toMatch(/(ed)$/i);
    }
  });
});

function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...Object.values(value as object).flatMap(fieldNames)]
      : fieldNames(value),
  );
}
