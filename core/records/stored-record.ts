import type * as z from 'zod';
import { customerSchema, deviceSchema, siteSchema } from '../contract/records.ts';
import { readFields } from '../read-fields.ts';
import { blanksOf } from './field.ts';
import { fieldsOf } from './fields-of.ts';
import type { RecordKind } from './record-entry.ts';

const schemas: Readonly<Record<RecordKind, z.ZodObject>> = {
  customer: customerSchema,
  device: deviceSchema,
  site: siteSchema,
};

/** A record as a log keeps it, in the fields of today: it may be of a version that had fewer, or others. */
export function readStoredRecord(
  kind: RecordKind,
  stored: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return readFields(schemas[kind], stored, blanksOf(fieldsOf[kind]));
}
