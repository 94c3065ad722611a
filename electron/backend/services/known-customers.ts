import type { Customer } from '../../../core/contract/records.ts';
import { searchKey } from '../../../core/search-key.ts';
import type { ImportRow } from '../../../core/transfer/import-row.ts';
import type { Work } from './work.ts';

const customersPerRead = 2000;

/**
 * All customers by what they are known by. For thousands of rows one look through the customers is quicker than a search
 * for each row.
 */
export class KnownCustomers {
  readonly #byContact = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();

  static async read({ repositories: { customers } }: Work): Promise<KnownCustomers> {
    const known = new KnownCustomers();
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
    for (const contact of contactsOf(phones, emails)) addTo(this.#byContact, contact, id);
    const key = searchKey(name);
    if (key !== '') addTo(this.#byName, key, id);
  }

  /** Ids of customers with one of the row's phones or mail addresses; for a row without either, of that name. */
  find({ name, phones, emails }: ImportRow): string[] {
    const contacts = contactsOf(phones, emails);
    if (contacts.length > 0) {
      const ids = contacts.flatMap((contact) => [...(this.#byContact.get(contact) ?? [])]);
      return [...new Set(ids)];
    }
    return [...(this.#byName.get(searchKey(name)) ?? [])];
  }
}

function addTo(ids: Map<string, Set<string>>, key: string, id: string): void {
  ids.set(key, (ids.get(key) ?? new Set()).add(id));
}

/** A row without a name contradicts none. */
export function hasSameName(customer: Customer, { name }: ImportRow): boolean {
  return name === '' || searchKey(customer.name) === searchKey(name);
}

/** Phones in E.164 and mail addresses without letter case; neither can be taken for the other. */
function contactsOf(phones: readonly string[], emails: readonly string[]): readonly string[] {
  return [...phones, ...emails.map((email) => email.toLowerCase())];
}
