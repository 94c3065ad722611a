import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { CustomerLine, DeviceLine, OwnDevice } from '../../../core/contract/record-calls.ts';
import { readSearchTerms } from '../search/index.ts';
import type { LatestPlace } from '../store/ports/record-log.ts';
import type { Work } from '../work/work.ts';

type ListInput = ParsedInput<'customer.list'>;

/** Customers by what was typed, or by their last change. */
export async function listCustomers(work: Work, input: ListInput): Promise<CallOutput<'customer.list'>> {
  const { customers, related } = work.repositories;
  const { ids, next } = await readPart(work, 'customer', input);
  const found = await customers.findMany(ids);
  const counts = await related.countDevices(ids);
  const lines: CustomerLine[] = ids.flatMap((id) => {
    const customer = found.get(id);
    return customer === undefined ? [] : [{ customer, deviceCount: counts.get(id) ?? 0 }];
  });
  return { customers: lines, next };
}

/** Devices by what was typed, or by their last change. */
export async function listDevices(work: Work, input: ListInput): Promise<CallOutput<'device.list'>> {
  const { ids, next } = await readPart(work, 'device', input);
  return { devices: await readDeviceLines(work, ids), next };
}

/** In the order of the ids, with whose each is. */
export async function readDeviceLines(
  { repositories: { devices, customers } }: Work,
  ids: readonly string[],
): Promise<DeviceLine[]> {
  const found = await devices.findMany(ids);
  const owners = [...found.values()].flatMap(({ customerId }) => customerId ?? []);
  const names = await customers.findMany(owners);
  return ids.flatMap((id) => {
    const device = found.get(id);
    if (device === undefined) return [];
    return [{ device, customerName: names.get(device.customerId ?? '')?.name ?? '' }];
  });
}

/** What is registered to a customer, the device of the newest ticket first. */
export async function listOwnDevices(
  { repositories: { related, devices, tickets } }: Work,
  { customerId, limit }: ParsedInput<'device.listOfCustomer'>,
): Promise<CallOutput<'device.listOfCustomer'>> {
  const ids = await related.devicesOfCustomer(customerId, limit);
  const found = await devices.findMany(ids);
  const lines: OwnDevice[] = [];
  for (const id of ids) {
    const device = found.get(id);
    if (device === undefined) continue;
    const open = await tickets.findOpenOfDevice(id);
    lines.push({
      device,
      lastReset: await tickets.findLastReset(id),
      openTicketNumber: open?.number ?? null,
    });
  }
  const counts = await related.countDevices([customerId]);
  return { devices: lines, total: counts.get(customerId) ?? 0 };
}

type Part = { readonly ids: readonly string[]; readonly next: string | null };

/** Reads on from a place; one more than is asked for tells whether there are more. */
async function readPart(
  work: Work,
  kind: 'customer' | 'device',
  { text, limit, after }: ListInput,
): Promise<Part> {
  const { search, related } = work.repositories;
  const terms = await readSearchTerms(work, text, kind);
  if (terms.length > 0) {
    const hits = await search.find({ scope: kind, terms, limit: limit + 1, after });
    const shown = hits.slice(0, limit);
    const next = hits.length > limit ? (shown.at(-1)?.cursor ?? null) : null;
    return { ids: shown.map(({ recordId }) => recordId), next };
  }
  const latest = await related.listLatest(kind, after === null ? null : placeOf(after), limit + 1);
  const shown = latest.slice(0, limit);
  const last = latest.length > limit ? shown.at(-1) : undefined;
  return { ids: shown.map(({ id }) => id), next: last === undefined ? null : cursorOf(last) };
}

function cursorOf({ changedAt, id }: LatestPlace): string {
  return `${changedAt}:${id}`;
}

/** @throws CallError `invalid_input` for what {@link cursorOf} has not made */
function placeOf(cursor: string): LatestPlace {
  const [changedAt = '', id = ''] = cursor.split(':');
  if (!/^\d{1,15}$/.test(changedAt) || id === '')
    throw new CallError('invalid_input', 'This is no place in the list.');
  return { changedAt: Number(changedAt), id };
}
