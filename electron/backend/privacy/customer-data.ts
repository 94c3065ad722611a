import type { CustomerData } from '../../../core/privacy/customer-data.ts';
import { withoutOwnWords } from '../../../core/ticket/kept-text.ts';
import { undoneSequences } from '../../../core/ticket/replay.ts';
import { requireTicket } from '../tickets/index.ts';
import { requireCustomer, requireDevice } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';

/** Everything that is kept of a customer, to be handed out on request. */
export async function readCustomerData(work: Work, customerId: string): Promise<CustomerData> {
  const { privacy, sites, related } = work.repositories;
  const devices: CustomerData['devices'] = [];
  for (const id of await related.devicesOfCustomer(customerId))
    devices.push(withoutVersion(await requireDevice(work, id)));
  const tickets: CustomerData['tickets'] = [];
  for (const { id } of await privacy.listTickets(customerId)) tickets.push(await readTicket(work, id));
  return {
    format: 'resetdesk-customer',
    formatVersion: 1,
    exportedAt: work.now,
    customer: withoutVersion(await requireCustomer(work, customerId)),
    sites: (await sites.listOfCustomer(customerId)).map(withoutVersion),
    devices,
    tickets,
  };
}

async function readTicket(work: Work, ticketId: string): Promise<CustomerData['tickets'][number]> {
  const { events, scans } = work.repositories;
  const { number, openedAt, state } = await requireTicket(work, ticketId);
  const history = await events.listOfTicket(ticketId);
  const undone = undoneSequences(history);
  return {
    number,
    openedAt,
    outcome: state.outcome,
    scans: (await scans.listOfTicket(ticketId)).map(({ payload: _p, hasCrop: _c, ...scan }) => scan),
    // What an undo took back is nothing that is known of the customer.
    history: history.map(({ sequence, at, actor, event }) => ({
      at,
      agent: actor,
      event: undone.has(sequence) ? withoutOwnWords(event) : event,
    })),
  };
}

function withoutVersion<Kept extends { readonly version: number }>(record: Kept): Omit<Kept, 'version'> {
  const { version: _version, ...fields } = record;
  return fields;
}
