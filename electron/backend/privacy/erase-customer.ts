import type { CallOutput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Customer, Site } from '../../../core/contract/records.ts';
import type { RecordKind } from '../../../core/records/record-entry.ts';
import { ownWords } from '../../../core/ticket/kept-text.ts';
import { requireTicket } from '../tickets/index.ts';
import { logAtDesk } from '../work/desk-log.ts';
import { requireCustomer } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';

type Preview = Omit<CallOutput<'customer.previewErase'>, 'backups'>;

/** What an erasure would take. */
export async function previewErase(work: Work, customerId: string): Promise<Preview> {
  const { phones, emails, notes } = await requireCustomer(work, customerId);
  const { privacy, sites, related } = work.repositories;
  const tickets = await privacy.listTickets(customerId);
  let texts = 0;
  let attachments = 0;
  for (const { id } of tickets) {
    texts += await countTexts(work, id);
    attachments += (await work.repositories.attachments.listOfTicket(id)).length;
  }
  const openTickets: number[] = [];
  for (const { id, isOpen } of tickets) if (isOpen) openTickets.push((await requireTicket(work, id)).number);
  return {
    phones: phones.length,
    emails: emails.length,
    hasNotes: notes !== '',
    sites: (await sites.listOfCustomer(customerId)).length,
    devices: (await related.devicesOfCustomer(customerId)).length,
    tickets: tickets.length - openTickets.length,
    openTickets,
    texts,
    attachments,
    formerRecords: (await privacy.listFormer(customerId)).length,
    erasedAt: await privacy.erasedAt(customerId),
  };
}

async function countTexts(work: Work, ticketId: string): Promise<number> {
  const trail = await work.repositories.events.listOfTicket(ticketId);
  return trail.filter(({ event }) => event.type !== 'attachmentAdded' && ownWords(event) !== null).length;
}

/**
 * Removes what identifies a person: the customer's fields, places, attachments, what agents wrote in the tickets, what the records were
 * before, half-typed texts, and all of it from the search index. Tickets, devices and every hash chain stay whole.
 *
 * @returns how many tickets were gone through
 * @throws CallError `refused` while a ticket is open
 */
export async function eraseCustomer(
  work: Work,
  { customerId, nameInstead }: { readonly customerId: string; readonly nameInstead: string },
  by: 'agent' | 'retention',
): Promise<number> {
  // Nothing of it can be brought back, so it is no command that can be undone.
  work.journal.close();
  work.leaveNoCopy();
  work.undoneWords.clear();
  const customer = await requireCustomer(work, customerId);
  const { privacy, sites } = work.repositories;
  const tickets = await privacy.listTickets(customerId);
  if (tickets.some(({ isOpen }) => isOpen))
    throw new CallError('refused', 'The customer has an open ticket. Close it first.');
  // Before the fields go by which former records are found.
  for (const id of await privacy.listFormer(customerId)) await eraseLog(work, 'customer', id);
  for (const { id } of tickets) await eraseTicketTexts(work, id);
  for (const site of await sites.listOfCustomer(customerId)) await eraseSite(work, site);
  for (const id of await privacy.listRemovedSites(customerId)) await eraseLog(work, 'site', id);
  await eraseFields(work, customer, nameInstead);
  await logAtDesk(work, { type: 'customerErased', customerId, tickets: tickets.length, by });
  return tickets.length;
}

async function eraseTicketTexts(work: Work, ticketId: string): Promise<void> {
  const { events, scans, privacy, attachments } = work.repositories;
  const sequences = await events.eraseTexts(ticketId);
  for (const { id } of await attachments.listOfTicket(ticketId)) await attachments.remove(id);
  await scans.purgePayloads(ticketId);
  await privacy.removeDrafts(ticketId);
  // Neither state nor version change, so the ticket keeps its place in the queue.
  await events.append(ticketId, [{ type: 'personalDataErased', sequences }], work.now, work.actor);
}

async function eraseSite(work: Work, site: Site): Promise<void> {
  await work.repositories.sites.update({ ...site, name: '', address: '' }, work.now);
  await eraseLog(work, 'site', site.id);
}

async function eraseFields(work: Work, customer: Customer, nameInstead: string): Promise<void> {
  const { customers, privacy } = work.repositories;
  const { id, version } = customer;
  await customers.update(
    { id, version, name: nameInstead, phones: [], emails: [], language: null, notes: '' },
    work.now,
  );
  await privacy.markErased(id, work.now);
  await privacy.removeDrafts(id);
  await eraseLog(work, 'customer', id);
}

/** The log gets an entry that says so and forgets what it knew. */
async function eraseLog(work: Work, kind: RecordKind, id: string): Promise<void> {
  const { recordLog } = work.repositories;
  const entry = { action: 'changed', cause: 'erasure', range: null, before: null, after: null } as const;
  await recordLog.append({ kind, id }, entry, work.now, work.actor);
  await recordLog.eraseDetails({ kind, id });
}
