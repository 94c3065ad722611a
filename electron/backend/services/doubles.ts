import type { DeviceLine } from '../../../core/contract/record-calls.ts';
import type { Customer } from '../../../core/contract/records.ts';
import { lookAlikePattern } from '../../../core/records/look-alikes.ts';
import { requireCustomer, searchCustomers } from './customers.ts';
import { readDeviceLines } from './record-pages.ts';
import type { Work } from './work.ts';

const doublesShown = 3;

/** Fewer characters say too little. */
const comparedFrom = 5;

/** Customers that have the same phone, mail address or name. */
export async function findDoubles(work: Work, customerId: string): Promise<Customer[]> {
  const customer = await requireCustomer(work, customerId);
  const found = new Map<string, Customer>();
  for (const text of identifyingTexts(customer)) {
    const matches = await searchCustomers(work, text, doublesShown + 1);
    for (const match of matches) if (match.id !== customerId) found.set(match.id, match);
  }
  return [...found.values()].slice(0, doublesShown);
}

/** Everything but the notes, the language and what is ours. */
function identifyingTexts(customer: Customer): string[] {
  const { id: _id, version: _version, ...fields } = customer;
  return Object.entries(fields)
    .filter(([name]) => name !== 'notes' && name !== 'language')
    .flatMap(([, value]) => value)
    .filter((text): text is string => typeof text === 'string' && text.trim().length >= comparedFrom);
}

/** Devices whose serials read like this one, but are not it. */
export async function findLookAlikes(work: Work, typed: string): Promise<DeviceLine[]> {
  const serial = typed.replace(/[^A-Z0-9]/gi, '').toUpperCase();
  if (serial.length < comparedFrom) return [];
  const ids = await work.repositories.related.devicesLike(lookAlikePattern(serial), doublesShown + 1);
  const lines = await readDeviceLines(work, ids);
  return lines.filter(({ device }) => device.serial !== serial).slice(0, doublesShown);
}
