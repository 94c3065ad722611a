import type { Double } from '../../../core/contract/merge-calls.ts';
import type { DeviceLine } from '../../../core/contract/record-calls.ts';
import { type Identity, sharedField } from '../../../core/records/doubles.ts';
import { likenessOf } from '../../../core/records/look-alikes.ts';
import { sharedFieldSchema } from '../../../core/records/shared-field.ts';
import { readDeskSettings } from '../settings/index.ts';
import { requireCustomer } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';
import { searchCustomers } from './customers.ts';
import { readDeviceLines } from './record-lists.ts';

const doublesShown = 3;

/** Namesakes are looked through for the one who is meant; more of them would not tell an agent anything. */
const candidates = 20;

/** Fewer characters of a serial say too little. */
const serialFrom = 5;

/** Customers that have the same phone, mail address or name as this one. */
export async function findDoubles(work: Work, customerId: string): Promise<Double[]> {
  const { country } = (await readDeskSettings(work)).settings;
  const found = await findAlike(work, await requireCustomer(work, customerId), country);
  return found.filter(({ customer }) => customer.id !== customerId).slice(0, doublesShown);
}

/** The same for a customer that is still being typed. */
export async function suggestCustomers(work: Work, typed: Identity): Promise<Double[]> {
  const { country } = (await readDeskSettings(work)).settings;
  return (await findAlike(work, typed, country)).slice(0, doublesShown);
}

/** The surest first. */
async function findAlike(work: Work, identity: Identity, country: string | null): Promise<Double[]> {
  const found = new Map<string, Double>();
  const { name, phones, emails } = identity;
  for (const text of [...phones, ...emails, name]) {
    if (text.trim() === '') continue;
    for (const customer of await searchCustomers(work, text, candidates)) {
      const shared = sharedField(identity, customer, country);
      if (shared !== null) found.set(customer.id, { customer, shared });
    }
  }
  const sureness = ({ shared }: Double) => sharedFieldSchema.options.indexOf(shared);
  return [...found.values()].toSorted((one, other) => sureness(one) - sureness(other));
}

/** Devices whose serials read like this one, but are not it. */
export async function findLookAlikes(work: Work, serial: string): Promise<DeviceLine[]> {
  const lines = await findByLikeness(work, serial, false);
  return lines.filter(({ device }) => device.serial !== serial).slice(0, doublesShown);
}

/** Known devices whose serials begin like what has been typed so far, or read like it. */
export async function suggestDevices(work: Work, typed: string): Promise<DeviceLine[]> {
  return typed.length < serialFrom ? [] : (await findByLikeness(work, typed, true)).slice(0, doublesShown);
}

async function findByLikeness(work: Work, serial: string, isBeginning: boolean): Promise<DeviceLine[]> {
  const { related } = work.repositories;
  const ids = await related.devicesAlike(likenessOf(serial), isBeginning, doublesShown + 1);
  return readDeviceLines(work, ids);
}
