import { customerFields } from './customer-fields.ts';
import { deviceFields } from './device-fields.ts';
import type { Fields } from './field.ts';
import type { RecordKind } from './record-entry.ts';
import { siteFields } from './site-fields.ts';

/** The fields of each kind of record, for what treats all kinds alike. */
export const fieldsOf: Readonly<Record<RecordKind, Fields>> = {
  customer: customerFields,
  device: deviceFields,
  site: siteFields,
};
