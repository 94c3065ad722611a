import type { CustomerFields } from '../../../core/contract/people-calls.ts';
import type { Customer } from '../../../core/contract/records.ts';
import { distinctPhones, normalizePhone, phoneKey } from '../../../core/phone.ts';
import { searchKey } from '../../../core/search-text.ts';
import type { ImportRow } from '../../../core/transfer/import-row.ts';
import type { Work } from '../work/work.ts';

const customersPerRead = 2000;

/**
 * All customers by what they are known by. For thousands of rows one look through the customers is quicker than a search
 * for each row.
 */
export class KnownCustomers {
  readonly #country: string | null;
  readonly #byContact = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(country: string | null) {
    this.#country = country;
  }

  /** @param country the desk's own, under which numbers are the same */
  static async read({ repositories: { customers } }: Work, country: string | null): Promise<KnownCustomers> {
    const known = new KnownCustomers(country);
    let after = '';
    for (;;) {
      const page = await customers.listFrom(after, customersPerRead);
      for (const customer of page) known.add(customer);
      if (page.length < customersPerRead) return known;
      after = page.at(-1)?.id ?? '';
    }
  }

  /** New, or with more contacts than before. */
  add({ id, name, phones, emails }: Customer): void {
    for (const contact of this.#contactsOf(phones, emails)) addTo(this.#byContact, contact, id);
    const key = searchKey(name);
    if (key !== '') addTo(this.#byName, key, id);
  }

  /** Ids of customers with one of the row's phones or mail addresses; for a row without either, of that name. */
  find({ name, phones, emails }: ImportRow): string[] {
    const contacts = this.#contactsOf(phones, emails);
    if (contacts.length > 0) {
      const ids = contacts.flatMap((contact) => [...(this.#byContact.get(contact) ?? [])]);
      return [...new Set(ids)];
    }
    return [...(this.#byName.get(searchKey(name)) ?? [])];
  }

  /** What is known already stays; what the row knows beside it is added. */
  fill(known: Customer | null, row: ImportRow): CustomerFields {
    const phones = row.phones.map((phone) => normalizePhone(phone, this.#country));
    return {
      name: known?.name || row.name,
      phones: distinctPhones([...(known?.phones ?? []), ...phones], this.#country),
      emails: distinct([...(known?.emails ?? []), ...row.emails]),
      language: known?.language ?? row.language,
      notes: known?.notes || row.notes,
    };
  }

  /** Numbers and mail addresses, the same however they are spelled; neither can be taken for the other. */
  #contactsOf(phones: readonly string[], emails: readonly string[]): readonly string[] {
    return [
      ...phones.map((phone) => phoneKey(phone, this.#country)),
      ...emails.map((email) => email.toLowerCase()),
    ];
  }
}

function addTo(ids: Map<string, Set<string>>, key: string, id: string): void {
  ids.set(key, (ids.get(key) ?? new Set()).add(id));
}

/** A row without a name contradicts none. */
export function hasSameName(customer: Customer, { name }: ImportRow): boolean {
  return name === '' || searchKey(customer.name) === searchKey(name);
}

/** Each once, letter case aside, in the order they came. */
function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
