import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { customerFieldsSchema } from '../../../core/contract/people-calls.ts';
import { type Customer, customerSchema, deviceSchema } from '../../../core/contract/records.ts';
import { distinctPhones } from '../../../core/phone.ts';
import { customerFields } from '../../../core/records/customer-fields.ts';
import { namesWhere } from '../../../core/records/field.ts';
import { type MergeChoices, mergeDeviceFields, mergeFields } from '../../../core/records/merge.ts';
import { readDeskSettings } from '../settings/index.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { moveTicket, recheckProofs } from '../tickets/index.ts';
import {
  changeCustomer,
  changeDevice,
  changeSite,
  removeCustomer,
  removeDevice,
} from '../work/record-writing.ts';
import { requireCustomer, requireDevice } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';
import { readDeviceLines } from './record-lists.ts';

/** More tickets than this are not moved in one go; nobody has so many for one customer. */
const ticketsMovedAtMost = 5000;

type Pair = ParsedInput<'customer.previewMerge'>;

export async function previewCustomerMerge(
  work: Work,
  { keptId, otherId }: Pair,
): Promise<CallOutput<'customer.previewMerge'>> {
  const { related } = work.repositories;
  return {
    kept: await requireCustomer(work, keptId),
    other: await requireCustomer(work, otherId),
    deviceCount: (await related.devicesOfCustomer(otherId)).length,
    ticketCount: (await related.ticketsOfCustomer(otherId, ticketsMovedAtMost)).length,
  };
}

export async function previewDeviceMerge(
  work: Work,
  { keptId, otherId }: Pair,
): Promise<CallOutput<'device.previewMerge'>> {
  const [kept, other] = await readDeviceLines(work, [keptId, otherId]);
  if (kept === undefined || other === undefined) throw new CallError('not_found', 'There is no such device.');
  const tickets = await work.repositories.related.ticketsOfDevice(otherId, ticketsMovedAtMost);
  return { kept, other, ticketCount: tickets.length };
}

/** What the other had goes to the one that stays, then the other is removed. */
export async function mergeCustomers(
  work: Work,
  { keptId, otherId, choices }: ParsedInput<'customer.merge'>,
): Promise<Receipt> {
  refuseSame(keptId, otherId);
  const kept = await requireCustomer(work, keptId);
  const other = await requireCustomer(work, otherId);
  const { related, devices, sites } = work.repositories;
  for (const deviceId of await related.devicesOfCustomer(otherId)) {
    const device = await devices.find(deviceId);
    if (device !== null) await changeDevice(work, { ...device, customerId: keptId }, 'sameCustomer');
  }
  for (const site of await sites.listOfCustomer(otherId))
    await changeSite(work, { ...site, customerId: keptId });
  for (const ticketId of await related.ticketsOfCustomer(otherId, ticketsMovedAtMost)) {
    await moveTicket(work, ticketId, { type: 'customerAttached', customerId: keptId });
  }
  const { country } = (await readDeskSettings(work)).settings;
  const merged = mergedCustomer(kept, other, choices, country);
  if (JSON.stringify(merged) !== JSON.stringify(kept)) await changeCustomer(work, merged);
  await removeCustomer(work, other);
  return { recordId: keptId, isOther: false };
}

const joinedFields = namesWhere(customerFields, 'merge', 'both');

/** @throws CallError `refused` when both together are more than a customer can have */
function mergedCustomer(
  kept: Customer,
  other: Customer,
  choices: MergeChoices,
  country: string | null,
): Customer {
  const joined = customerSchema.parse(mergeFields(kept, other, choices));
  const merged = { ...joined, phones: distinctPhones(joined.phones, country) };
  const fits = joinedFields.every((name) => customerFieldsSchema.shape[name].safeParse(merged[name]).success);
  if (fits) return merged;
  throw new CallError(
    'refused',
    'Both together are more than a customer can have: 20 phones, 20 mail addresses, 4000 characters of notes. Choose one side.',
  );
}

/** The tickets of a serial that was typed wrong go to the right device, with what is chosen of the wrong one. */
export async function mergeDevices(
  work: Work,
  { keptId, otherId, choices }: ParsedInput<'device.merge'>,
): Promise<Receipt> {
  refuseSame(keptId, otherId);
  const kept = await requireDevice(work, keptId);
  const other = await requireDevice(work, otherId);
  const { tickets, related } = work.repositories;
  const openOfBoth = [await tickets.findOpenOfDevice(keptId), await tickets.findOpenOfDevice(otherId)];
  if (openOfBoth.every((ticket) => ticket !== null))
    throw new CallError('refused', 'Both devices have an open ticket. Close one of them first.');
  for (const ticketId of await related.ticketsOfDevice(otherId, ticketsMovedAtMost)) {
    await moveTicket(work, ticketId, { type: 'deviceAttached', deviceId: keptId, serial: kept.serial });
  }
  const merged = deviceSchema.parse(mergeDeviceFields(kept, other, choices));
  const isOtherOwner = kept.customerId !== null && merged.customerId !== kept.customerId;
  // Two records of one device: one of them was entered wrong, and the agent has chosen which owner is right.
  if (JSON.stringify(merged) !== JSON.stringify(kept))
    await changeDevice(work, merged, isOtherOwner ? 'enteredWrong' : null);
  await removeDevice(work, other);
  await recheckProofs(work, keptId);
  return { recordId: keptId, isOther: false };
}

function refuseSame(keptId: string, otherId: string): void {
  if (keptId === otherId) throw new CallError('refused', 'These are one and the same record.');
}
