import type * as z from 'zod';
import {
  type Customer,
  customerSchema,
  type Device,
  deviceSchema,
  type Site,
  siteSchema,
} from '../contract/records.ts';
import { readFields } from '../read-fields.ts';
import type { RecordKind } from './record-entry.ts';

/** What a field was before there was such a field; whoever adds one says it here, because the compiler asks for it. */
type Blank<Kept> = Omit<Kept, 'id' | 'version'>;

const blankCustomer: Blank<Customer> = { name: '', phones: [], emails: [], language: null, notes: '' };
const blankDevice: Omit<Blank<Device>, 'serial'> = {
  kind: 'recorder',
  model: '',
  vendorFamily: null,
  generation: null,
  customerId: null,
  siteId: null,
};
const blankSite: Omit<Blank<Site>, 'customerId'> = { name: '', address: '' };

const kinds: Readonly<Record<RecordKind, { readonly schema: z.ZodObject; readonly blank: object }>> = {
  customer: { schema: customerSchema, blank: blankCustomer },
  device: { schema: deviceSchema, blank: blankDevice },
  site: { schema: siteSchema, blank: blankSite },
};

/** A record as a log keeps it, in the fields of today: it may be of a version that had fewer, or others. */
export function readStoredRecord(
  kind: RecordKind,
  stored: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { schema, blank } = kinds[kind];
  return readFields(schema, stored, blank);
}
