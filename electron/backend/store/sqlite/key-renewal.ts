import { sql } from 'kysely';
import { SEARCH_KEY_VERSION, textKeys } from '../../../../core/search-key.ts';
import { ownWords } from '../../../../core/ticket/kept-text.ts';
import { customerKeyColumns, KyselyCustomerRepository } from '../kysely/customer-repository.ts';
import { deviceKeyColumns, KyselyDeviceRepository } from '../kysely/device-repository.ts';
import type { Db } from '../kysely/tables.ts';
import { findEvents } from '../kysely/ticket-event-repository.ts';
import type { KeyProgress } from '../ports/search.ts';

const kinds = ['customer', 'device', 'note'] as const;
type Kind = (typeof kinds)[number];

interface Renewal extends KeyProgress {
  readonly version: number;
  /** What is under way; null when all is done. */
  readonly kind: Kind | null;
  /** The last one that was done. */
  readonly after: string;
}

/** See `SearchRepository.renewKeys`. How far it is stands in the database, so that it goes on after a restart. */
export async function renewKeys(db: Db, limit: number): Promise<KeyProgress | null> {
  let renewal = await readRenewal(db);
  if (renewal.version !== SEARCH_KEY_VERSION) renewal = await beginRenewal(db);
  else if (renewal.kind === null) return null;
  let left = limit;
  while (left > 0 && renewal.kind !== null) {
    const { kind, after, done } = renewal;
    const ids = await renewSome[kind](db, after, left);
    const next = kinds[kinds.indexOf(kind) + 1] ?? null;
    const place = ids.length < left ? { kind: next, after: '' } : { kind, after: ids.at(-1) ?? '' };
    renewal = { ...renewal, ...place, done: done + ids.length };
    left -= ids.length;
  }
  await sql`update search_keys set version = ${SEARCH_KEY_VERSION}, kind = ${renewal.kind}, after = ${renewal.after},
    done = ${renewal.done}, total = ${renewal.total}`.execute(db);
  return renewal.kind === null ? null : renewal;
}

async function readRenewal(db: Db): Promise<Renewal> {
  const { rows } = await sql<Renewal>`select version, kind, after, done, total from search_keys`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database has lost how its search keys were made.');
  return row;
}

async function beginRenewal(db: Db): Promise<Renewal> {
  const { rows } = await sql<{ total: number }>`select (select count(*) from customers)
    + (select count(*) from devices) + (select count(*) from search_docs where doc >= ${sql.raw(firstNote)}) as total`.execute(
    db,
  );
  return { version: SEARCH_KEY_VERSION, kind: 'customer', after: '', done: 0, total: rows[0]?.total ?? 0 };
}

/** Notes are the fifth kind; see migration 0003. */
const firstNote = String(5 * 2 ** 44);

/** So that a record whose keys are right already is not written. */
function areOther(keys: Readonly<Record<string, string>>) {
  const names = sql.join(Object.keys(keys).map((name) => sql.ref(name)));
  return sql<boolean>`(${names}) <> (${sql.join(Object.values(keys))})`;
}

/** Each answers the ids, in order, of those behind `after` that it has renewed. */
const renewSome: Readonly<Record<Kind, (db: Db, after: string, limit: number) => Promise<string[]>>> = {
  customer: async (db, after, limit) => {
    const customers = await new KyselyCustomerRepository(db).listFrom(after, limit);
    for (const customer of customers) {
      const keys = customerKeyColumns(customer);
      await db
        .updateTable('customers')
        .set(keys)
        .where('id', '=', customer.id)
        .where(areOther(keys))
        .execute();
    }
    return customers.map(({ id }) => id);
  },
  device: async (db, after, limit) => {
    const devices = await new KyselyDeviceRepository(db).listFrom(after, limit);
    for (const device of devices) {
      const keys = deviceKeyColumns(device);
      await db.updateTable('devices').set(keys).where('id', '=', device.id).where(areOther(keys)).execute();
    }
    return devices.map(({ id }) => id);
  },
  note: async (db, after, limit) => {
    const { rows } = await sql<{ doc: string; recordId: string }>`
      select cast(doc as text) as doc, record_id as recordId from search_docs
      where doc >= ${sql.raw(firstNote)} and doc > cast(${after || '0'} as integer) order by doc limit ${limit}`.execute(
      db,
    );
    const refs = rows.map(({ recordId }) => {
      const [ticketId = '', sequence] = recordId.split(':');
      return { ticketId, sequence: Number(sequence) };
    });
    const events = await findEvents(db, refs);
    for (const [index, { recordId }] of rows.entries()) {
      const event = events[index];
      const { words, codes } = textKeys((event && ownWords(event)) ?? '');
      await sql`update search_docs set words = ${words}, codes = ${codes}
        where record_id = ${recordId} and ${areOther({ words, codes })}`.execute(db);
    }
    return rows.map(({ doc }) => doc);
  },
};
