import { type Site, siteSchema } from '../../../../core/contract/records.ts';
import type { SiteRepository } from '../ports/people.ts';
import { type Db, firstVersion, nextVersion } from './tables.ts';

const columns = ['id', 'customer_id as customerId', 'name', 'address', 'version'] as const;

export class KyselySiteRepository implements SiteRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert({ id, customerId, name, address }: Omit<Site, 'version'>, at: number): Promise<Site> {
    const row = await this.#db
      .insertInto('sites')
      .values({
        id,
        customer_id: customerId,
        name,
        address,
        ...(await firstVersion(this.#db, at)),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return siteSchema.parse(row);
  }

  async find(id: string): Promise<Site | null> {
    const row = await this.#db.selectFrom('sites').select(columns).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : siteSchema.parse(row);
  }

  async listOfCustomer(customerId: string): Promise<Site[]> {
    const rows = await this.#db
      .selectFrom('sites')
      .select(columns)
      .where('customer_id', '=', customerId)
      .orderBy('name')
      .orderBy('id')
      .execute();
    return siteSchema.array().parse(rows);
  }

  async update({ id, customerId, name, address, version }: Site, at: number): Promise<Site | null> {
    const row = await this.#db
      .updateTable('sites')
      .set({
        customer_id: customerId,
        name,
        address,
        ...(await nextVersion(this.#db, version, at)),
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning(columns)
      .executeTakeFirst();
    return row === undefined ? null : siteSchema.parse(row);
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('sites').where('id', '=', id).execute();
  }

  async isUsed(id: string): Promise<boolean> {
    const device = this.#db.selectFrom('devices').select('id').where('site_id', '=', id);
    return (await device.executeTakeFirst()) !== undefined;
  }
}
