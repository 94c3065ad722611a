import type * as z from 'zod';

/**
 * Reads what another version of the program has stored, field by field: what is missing or has a value that is not known
 * here is as in `blank`, and what is not known at all is left out. A field without a blank stays as it is stored.
 */
export function readFields(schema: z.ZodObject, stored: unknown, blank: object): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = Object(stored);
  const blanks: Readonly<Record<string, unknown>> = { ...blank };
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => {
      const reading = (field as z.ZodType).safeParse(values[name]);
      if (reading.success) return [name, reading.data];
      return [name, Object.hasOwn(blanks, name) ? blanks[name] : values[name]];
    }),
  );
}
