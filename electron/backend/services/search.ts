import { assertNever } from '../../../core/assert-never.ts';
import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { TicketRow } from '../../../core/contract/records.ts';
import type { SearchGroup, SearchHit } from '../../../core/contract/search-calls.ts';
import { formatPhone } from '../../../core/phone.ts';
import { searchTerms } from '../../../core/search-key.ts';
import { markTerms, snippetOf } from '../../../core/search-marks.ts';
import type { SearchScope, SearchHit as StoredHit } from '../store/ports.ts';
import { requireCustomer } from './customers.ts';
import { requireDevice } from './devices.ts';
import type { Work } from './work.ts';

const scopes: Readonly<Record<SearchGroup, SearchScope>> = {
  customers: 'customer',
  devices: 'device',
  tickets: 'ticket',
  notes: 'note',
};

/** Characters of a note that are shown around what was found. */
const snippetLength = 120;

/** Shown of a customer who was not found by any of them. */
const usualContacts = 2;

/** Searches everything that is kept; see the contract. */
export async function searchDesk(
  work: Work,
  { text, groups, limit, after }: ParsedInput<'desk.search'>,
): Promise<CallOutput<'desk.search'>> {
  const terms = searchTerms(text);
  const found: CallOutput<'desk.search'>['groups'] = [];
  for (const group of groups) {
    const page = { scope: scopes[group], terms, limit: limit + 1, after: groups.length === 1 ? after : null };
    const stored = await work.repositories.search.find(page);
    const shown = stored.slice(0, limit);
    const last = shown.at(-1);
    const hits: SearchHit[] = [];
    for (const hit of shown) hits.push(await hitOf(work, group, hit, terms));
    found.push({
      group,
      hits,
      next: stored.length > limit && last !== undefined ? { rank: last.rank, doc: last.doc } : null,
    });
  }
  return { groups: found };
}

async function hitOf(
  work: Work,
  group: SearchGroup,
  { recordId }: StoredHit,
  terms: readonly string[],
): Promise<SearchHit> {
  switch (group) {
    case 'customers':
      return customerHit(work, recordId, terms);
    case 'devices':
      return deviceHit(work, recordId, terms);
    case 'tickets':
      return ticketHit(work, recordId, terms);
    case 'notes':
      return noteHit(work, recordId, terms);
    default:
      return assertNever(group);
  }
}

async function customerHit(work: Work, id: string, terms: readonly string[]): Promise<SearchHit> {
  const customer = await requireCustomer(work, id);
  const contacts = [...customer.phones.map(formatPhone), ...customer.emails].map((text) =>
    markTerms(text, terms),
  );
  const found = contacts.filter(({ marks }) => marks.length > 0);
  return {
    kind: 'customer',
    customerId: id,
    name: markTerms(customer.name, terms),
    contacts: found.length > 0 ? found : contacts.slice(0, usualContacts),
    ticketId: await work.repositories.tickets.findNewestOf({ customerId: id }),
  };
}

async function deviceHit(work: Work, id: string, terms: readonly string[]): Promise<SearchHit> {
  const { serial, model, customerId } = await requireDevice(work, id);
  const owner = customerId === null ? null : await work.repositories.customers.find(customerId);
  return {
    kind: 'device',
    deviceId: id,
    serial: markTerms(serial, terms),
    model: markTerms(model, terms),
    customerName: owner?.name ?? '',
    ticketId: await work.repositories.tickets.findNewestOf({ deviceId: id }),
  };
}

async function ticketHit(work: Work, id: string, terms: readonly string[]): Promise<SearchHit> {
  const row = await work.repositories.tickets.findRow(id);
  if (row === null) throw new CallError('not_found', 'There is no such ticket.');
  return {
    kind: 'ticket',
    ...factsOf(row),
    numberText: markTerms(String(row.number), terms),
    customerName: markTerms(row.customerName, terms),
    phone: markTerms(formatPhone(row.customerPhone), terms),
    serial: markTerms(row.serial ?? '', terms),
  };
}

/** @param id ticket and sequence, "id:3" */
async function noteHit(work: Work, id: string, terms: readonly string[]): Promise<SearchHit> {
  const [ticketId = '', sequence = ''] = id.split(':');
  const row = await work.repositories.tickets.findRow(ticketId);
  const event = await work.repositories.events.find(ticketId, Number(sequence));
  if (row === null || event?.type !== 'noteAdded') throw new CallError('not_found', 'There is no such note.');
  return { kind: 'note', ...factsOf(row), text: snippetOf(markTerms(event.text, terms), snippetLength) };
}

function factsOf({ id, number, lane, outcome }: TicketRow) {
  return { ticketId: id, number, lane, outcome };
}
