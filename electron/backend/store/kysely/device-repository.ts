import { type Device, deviceSchema } from '../../../../core/contract/records.ts';
import { deviceFields } from '../../../../core/records/device-fields.ts';
import { deviceKeys } from '../../../../core/search-key.ts';
import type { DeviceRepository } from '../ports/people.ts';
import { columnValues, selectionOf } from './field-columns.ts';
import { type Db, firstVersion, nextVersion } from './tables.ts';

const columns = ['id', ...selectionOf(deviceFields), 'version'] as const;

export class KyselyDeviceRepository implements DeviceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(device: Omit<Device, 'version'>, at: number): Promise<Device> {
    const row = await this.#db
      .insertInto('devices')
      .values({
        id: device.id,
        ...storedFields(device),
        ...firstVersion(at),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return deviceSchema.parse(row);
  }

  async find(id: string): Promise<Device | null> {
    const row = await this.#db.selectFrom('devices').select(columns).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : deviceSchema.parse(row);
  }

  async findMany(ids: readonly string[]): Promise<Map<string, Device>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.selectFrom('devices').select(columns).where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, deviceSchema.parse(row)]));
  }

  async listFrom(after: string, limit: number): Promise<Device[]> {
    const rows = await this.#db
      .selectFrom('devices')
      .select(columns)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => deviceSchema.parse(row));
  }

  async findBySerial(serial: string): Promise<Device | null> {
    const row = await this.#db
      .selectFrom('devices')
      .select(columns)
      .where('serial', '=', serial)
      .executeTakeFirst();
    return row === undefined ? null : deviceSchema.parse(row);
  }

  async update(device: Device, at: number): Promise<Device | null> {
    const row = await this.#db
      .updateTable('devices')
      .set({
        ...storedFields(device),
        ...nextVersion(device.version, at),
      })
      .where('id', '=', device.id)
      .where('version', '=', device.version)
      .returning(columns)
      .executeTakeFirst();
    return row === undefined ? null : deviceSchema.parse(row);
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('devices').where('id', '=', id).execute();
  }

  async isUsed(id: string): Promise<boolean> {
    const ticket = this.#db.selectFrom('tickets').select('id').where('device_id', '=', id);
    return (await ticket.executeTakeFirst()) !== undefined;
  }
}

function storedFields(device: Omit<Device, 'version'>) {
  return { ...columnValues(deviceFields, device), ...deviceKeyColumns(device) };
}

/** What a device is found by. */
export function deviceKeyColumns(device: Omit<Device, 'version'>) {
  const { words, codes } = deviceKeys(device);
  return { search_key: words, search_codes: codes };
}
