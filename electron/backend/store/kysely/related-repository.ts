import { sql } from 'kysely';
import type { RelatedRepository } from '../ports.ts';
import type { Db } from './tables.ts';

export class KyselyRelatedRepository implements RelatedRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async devicesOfCustomer(customerId: string): Promise<string[]> {
    const query = this.#db.selectFrom('devices').select('id').where('customer_id', '=', customerId);
    return ids(await query.orderBy('id').execute());
  }

  async ticketsOfCustomer(customerId: string, limit: number): Promise<string[]> {
    const query = this.#db.selectFrom('tickets').select('id').where('customer_id', '=', customerId);
    return ids(await query.orderBy('id', 'desc').limit(limit).execute());
  }

  async ticketsOfDevice(deviceId: string, limit: number): Promise<string[]> {
    const query = this.#db.selectFrom('tickets').select('id').where('device_id', '=', deviceId);
    return ids(await query.orderBy('id', 'desc').limit(limit).execute());
  }

  async searchDevices(terms: readonly string[], limit: number): Promise<string[]> {
    let query = this.#db.selectFrom('devices').select('id');
    for (const term of terms) query = query.where('search_key', 'like', `%${term}%`);
    return ids(await query.orderBy('updated_at', 'desc').limit(limit).execute());
  }

  async devicesLike(pattern: string, limit: number): Promise<string[]> {
    const query = this.#db.selectFrom('devices').select('id').where(sql<boolean>`serial glob ${pattern}`);
    return ids(await query.limit(limit).execute());
  }
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
