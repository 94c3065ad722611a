import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { CustomerFields } from '../../../core/contract/people-calls.ts';
import type { Customer } from '../../../core/contract/records.ts';
import { distinctPhones, normalizePhone } from '../../../core/phone.ts';
import { withoutGaps } from '../../../core/without-gaps.ts';
import { readSearchTerms } from '../search/index.ts';
import { readDeskSettings } from '../settings/index.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { attachCustomer } from '../tickets/index.ts';
import { changeCustomer, insertCustomer } from '../work/record-writing.ts';
import { requireCustomer } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';

/** Makes a customer and attaches it to the ticket. */
export async function createCustomer(work: Work, input: ParsedInput<'customer.create'>): Promise<Receipt> {
  const { ticketId, ...typed } = input;
  const fields = await tidyFields(work, typed);
  if (fields.name.trim() === '' && fields.phones.length === 0 && fields.emails.length === 0)
    throw new CallError('refused', 'Give a name, a phone number or an e-mail address.');
  const customer = await insertCustomer(work, { id: work.newId(), ...fields });
  const ticket = await attachCustomer(work, ticketId, customer.id);
  return { recordId: ticket.id, isOther: false };
}

/** Best match first; without a text, last changed first. */
export async function searchCustomers(work: Work, text: string, limit: number): Promise<Customer[]> {
  const { customers, search } = work.repositories;
  const terms = await readSearchTerms(work, text, 'customer');
  if (terms.length === 0) return customers.listLatest(limit);
  const found: Customer[] = [];
  for (const { recordId } of await search.find({ scope: 'customer', terms, limit, after: null }))
    found.push(await requireCustomer(work, recordId));
  return found;
}

/** @throws CallError `conflict` when the customer was changed since it was read */
export async function updateCustomer(
  work: Work,
  { customerId, version, change }: ParsedInput<'customer.update'>,
): Promise<Receipt> {
  const stored = await requireCustomer(work, customerId);
  const { id: _id, version: _version, ...before } = stored;
  const fields = await tidyFields(work, { ...before, ...withoutGaps(change) });
  const updated = await changeCustomer(work, { id: customerId, version, ...fields });
  if (updated === null) throw new CallError('conflict', 'The customer was changed meanwhile.');
  return { recordId: customerId, isOther: false };
}

/** Phones in E.164 where they parse, and neither list with empty or equal entries. */
async function tidyFields(work: Work, fields: CustomerFields): Promise<CustomerFields> {
  const { country } = (await readDeskSettings(work)).settings;
  return {
    ...fields,
    phones: distinctPhones(
      fields.phones.map((phone) => normalizePhone(phone, country)),
      country,
    ),
    emails: distinct(fields.emails.map((email) => email.trim())),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
