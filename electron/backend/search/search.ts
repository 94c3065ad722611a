import { assertNever } from '../../../core/assert-never.ts';
import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Customer, Device, TicketRow } from '../../../core/contract/records.ts';
import type { SearchGroup, SearchHit } from '../../../core/contract/search-calls.ts';
import { formatPhone } from '../../../core/phone.ts';
import { markTerms, snippetOf } from '../../../core/search-marks.ts';
import type { TicketEvent } from '../../../core/ticket/schema.ts';
import type { SearchScope } from '../store/ports/search.ts';
import type { EventRef } from '../store/ports/tickets.ts';
import type { Work } from '../work/work.ts';
import { readSearchTerms } from './search-terms.ts';

type Groups = CallOutput<'desk.search'>['groups'];

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
  const found: Groups = [];
  for (const group of groups) {
    const terms = await readSearchTerms(work, text, scopes[group]);
    const page = { scope: scopes[group], terms, limit: limit + 1, after: groups.length === 1 ? after : null };
    const stored = await work.repositories.search.find(page);
    const shown = stored.slice(0, limit);
    const last = shown.at(-1);
    found.push({
      group,
      hits: await hitsOf(
        work,
        group,
        shown.map(({ recordId }) => recordId),
        terms,
      ),
      next: stored.length > limit && last !== undefined ? last.cursor : null,
    });
  }
  return { groups: isCallBack(text, found) ? ticketsFirst(found) : found };
}

/** Who reads out a phone number or a serial and has a ticket open calls about that: Enter then brings it up at its step. */
function isCallBack(text: string, found: Groups): boolean {
  return (
    /\d/.test(text) &&
    found.some(({ hits }) => hits.some((hit) => hit.kind === 'ticket' && hit.outcome === null))
  );
}

function ticketsFirst(found: Groups): Groups {
  const isOfTickets = ({ group }: Groups[number]) => group === 'tickets';
  return [...found.filter(isOfTickets), ...found.filter((group) => !isOfTickets(group))];
}

/** All hits of a group are read together: one by one they would cost more than the search itself. */
async function hitsOf(
  { repositories }: Work,
  group: SearchGroup,
  ids: readonly string[],
  terms: readonly string[],
): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  switch (group) {
    case 'customers': {
      const customers = await repositories.customers.findMany(ids);
      return ids.map((id) => customerHit(required(customers, id), terms));
    }
    case 'devices': {
      const devices = await repositories.devices.findMany(ids);
      const owners = await repositories.customers.findMany(ownerIds(devices.values()));
      return ids.map((id) => deviceHit(required(devices, id), owners, terms));
    }
    case 'tickets': {
      const rows = await repositories.tickets.findRows(ids);
      return ids.map((id) => ticketHit(required(rows, id), terms));
    }
    case 'notes': {
      const notes = ids.map(noteRef);
      const rows = await repositories.tickets.findRows(notes.map(({ ticketId }) => ticketId));
      const events = await repositories.events.findMany(notes);
      return notes.map(({ ticketId }, index) => noteHit(required(rows, ticketId), events[index], terms));
    }
    default:
      return assertNever(group);
  }
}

function required<Found>(records: ReadonlyMap<string, Found>, id: string): Found {
  const record = records.get(id);
  if (record === undefined) throw new CallError('not_found', 'There is no such record any more.');
  return record;
}

function ownerIds(devices: Iterable<Device>): string[] {
  return [...devices].flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
}

function customerHit(customer: Customer, terms: readonly string[]): SearchHit {
  const contacts = [...customer.phones.map(formatPhone), ...customer.emails].map((text) =>
    markTerms(text, terms),
  );
  const found = contacts.filter(({ marks }) => marks.length > 0);
  return {
    kind: 'customer',
    customerId: customer.id,
    name: markTerms(customer.name, terms),
    contacts: found.length > 0 ? found : contacts.slice(0, usualContacts),
  };
}

function deviceHit(
  { id, serial, model, customerId }: Device,
  owners: ReadonlyMap<string, Customer>,
  terms: readonly string[],
): SearchHit {
  return {
    kind: 'device',
    deviceId: id,
    serial: markTerms(serial, terms),
    model: markTerms(model, terms),
    customerName: (customerId === null ? undefined : owners.get(customerId))?.name ?? '',
  };
}

function ticketHit(row: TicketRow, terms: readonly string[]): SearchHit {
  return {
    kind: 'ticket',
    ...factsOf(row),
    numberText: markTerms(String(row.number), terms),
    customerName: markTerms(row.customerName, terms),
    phone: markTerms(formatPhone(row.customerPhone), terms),
    serial: markTerms(row.serial ?? '', terms),
  };
}

/** @param recordId ticket and sequence, "id:3" */
function noteRef(recordId: string): EventRef {
  const [ticketId = '', sequence = ''] = recordId.split(':');
  return { ticketId, sequence: Number(sequence) };
}

function noteHit(row: TicketRow, event: TicketEvent | undefined, terms: readonly string[]): SearchHit {
  if (event?.type !== 'noteAdded' || event.text === null)
    throw new CallError('not_found', 'There is no such note.');
  return { kind: 'note', ...factsOf(row), text: snippetOf(markTerms(event.text, terms), snippetLength) };
}

function factsOf({ id, number, lane, outcome }: TicketRow) {
  return { ticketId: id, number, lane, outcome };
}
