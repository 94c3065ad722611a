import { sql } from 'kysely';
import type { LatestPlace, RelatedRepository } from '../ports/record-log.ts';
import type { Db } from './tables.ts';

export class KyselyRelatedRepository implements RelatedRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async devicesOfCustomer(customerId: string, limit?: number): Promise<string[]> {
    const query = this.#db.selectFrom('devices').select('id').where('customer_id', '=', customerId);
    if (limit === undefined) return ids(await query.orderBy('id').execute());
    const newestTicket = sql`(select max(t.created_at) from tickets t where t.device_id = devices.id)`;
    return ids(await query.orderBy(newestTicket, 'desc').orderBy('id', 'desc').limit(limit).execute());
  }

  async devicesLeft(customerId: string) {
    return await this.#db
      .selectFrom('record_details')
      .select(['record_id as deviceId', 'sequence'])
      .where('kind', '=', 'device')
      .where(sql<string | null>`json_extract(details, '$.before.customerId')`, '=', customerId)
      .execute();
  }

  async countDevices(customerIds: readonly string[]): Promise<Map<string, number>> {
    if (customerIds.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('devices')
      .select((eb) => ['customer_id as id', eb.fn.countAll<number>().as('devices')])
      .where('customer_id', 'in', customerIds)
      .groupBy('customer_id')
      .execute();
    return new Map(rows.map(({ id, devices }) => [id ?? '', devices]));
  }

  async ticketsOfCustomer(customerId: string, limit: number): Promise<string[]> {
    const query = this.#db.selectFrom('tickets').select('id').where('customer_id', '=', customerId);
    return ids(await query.orderBy('id', 'desc').limit(limit).execute());
  }

  async ticketsOfDevice(deviceId: string, limit: number): Promise<string[]> {
    const query = this.#db.selectFrom('tickets').select('id').where('device_id', '=', deviceId);
    return ids(await query.orderBy('id', 'desc').limit(limit).execute());
  }

  async listLatest(
    kind: 'customer' | 'device',
    after: LatestPlace | null,
    limit: number,
  ): Promise<LatestPlace[]> {
    const table = kind === 'customer' ? 'customers' : 'devices';
    let query = this.#db.selectFrom(table).select(['id', 'updated_at as changedAt']);
    if (after !== null)
      query = query.where((eb) =>
        eb(eb.refTuple('updated_at', 'id'), '<', eb.tuple(after.changedAt, after.id)),
      );
    return query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  }

  async devicesAlike(likeness: string, isBeginning: boolean, limit: number): Promise<string[]> {
    const query = this.#db.selectFrom('devices').select('id');
    const alike = isBeginning
      ? query.where('likeness', '>=', likeness).where('likeness', '<', `${likeness}${behindEveryLetter}`)
      : query.where('likeness', '=', likeness);
    return ids(await alike.orderBy('likeness').limit(limit).execute());
  }
}

/** Serials are capitals and digits. */
const behindEveryLetter = '~';

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
