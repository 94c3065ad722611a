import { type Customer, customerSchema } from '../../../../core/contract/records.ts';
import { customerFields } from '../../../../core/records/customer-fields.ts';
import { customerKeys } from '../../../../core/search-key.ts';
import { searchKey } from '../../../../core/search-text.ts';
import type { CustomerRepository } from '../ports/people.ts';
import { columnValues, rowFields, selectionOf } from './field-columns.ts';
import { type Db, firstVersion, nextVersion } from './tables.ts';

const columns = ['id', ...selectionOf(customerFields), 'version'] as const;

export class KyselyCustomerRepository implements CustomerRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(customer: Omit<Customer, 'version'>, at: number): Promise<Customer> {
    const row = await this.#db
      .insertInto('customers')
      .values({
        id: customer.id,
        ...storedFields(customer),
        ...firstVersion(at),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return customerOf(row);
  }

  async find(id: string): Promise<Customer | null> {
    const row = await this.#db
      .selectFrom('customers')
      .select(columns)
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : customerOf(row);
  }

  async findMany(ids: readonly string[]): Promise<Map<string, Customer>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.selectFrom('customers').select(columns).where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, customerOf(row)]));
  }

  async listLatest(limit: number): Promise<Customer[]> {
    const rows = await this.#db
      .selectFrom('customers')
      .select(columns)
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(customerOf);
  }

  async listFrom(after: string, limit: number): Promise<Customer[]> {
    const rows = await this.#db
      .selectFrom('customers')
      .select(columns)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(customerOf);
  }

  async update(customer: Customer, at: number): Promise<Customer | null> {
    const { id, version } = customer;
    const row = await this.#db
      .updateTable('customers')
      .set({
        ...storedFields(customer),
        ...nextVersion(version, at),
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning(columns)
      .executeTakeFirst();
    return row === undefined ? null : customerOf(row);
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('customers').where('id', '=', id).execute();
  }

  async isUsed(id: string): Promise<boolean> {
    const ticket = this.#db.selectFrom('tickets').select('id').where('customer_id', '=', id);
    const device = this.#db.selectFrom('devices').select('id').where('customer_id', '=', id);
    const site = this.#db.selectFrom('sites').select('id').where('customer_id', '=', id);
    return (await ticket.unionAll(device).unionAll(site).executeTakeFirst()) !== undefined;
  }
}

function storedFields(customer: Omit<Customer, 'version'>) {
  return { ...columnValues(customerFields, customer), ...customerKeyColumns(customer), erased_at: null };
}

/** What a customer is found by. */
export function customerKeyColumns(customer: Omit<Customer, 'version'>) {
  const { words, codes } = customerKeys(customer);
  return { search_key: words, search_codes: codes, notes_key: searchKey(customer.notes) };
}

function customerOf(row: Readonly<Record<string, unknown>>): Customer {
  return customerSchema.parse(rowFields(customerFields, row));
}
