import { type Site, siteSchema } from '../../../../core/contract/records.ts';
import { siteFields } from '../../../../core/records/site-fields.ts';
import type { SiteRepository } from '../ports/people.ts';
import { columnValues, selectionOf } from './field-columns.ts';
import { type Db, firstVersion, nextVersion } from './tables.ts';

const columns = ['id', ...selectionOf(siteFields), 'version'] as const;

export class KyselySiteRepository implements SiteRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(site: Omit<Site, 'version'>, at: number): Promise<Site> {
    const row = await this.#db
      .insertInto('sites')
      .values({
        id: site.id,
        ...columnValues(siteFields, site),
        ...firstVersion(at),
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

  async update(site: Site, at: number): Promise<Site | null> {
    const row = await this.#db
      .updateTable('sites')
      .set({
        ...columnValues(siteFields, site),
        ...nextVersion(site.version, at),
      })
      .where('id', '=', site.id)
      .where('version', '=', site.version)
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
