import { randomBytes } from 'node:crypto';
import { findBrokenEntry } from '../../../../core/records/log-check.ts';
import {
  digestOf,
  type RecordDetails,
  type RecordEntry,
  type RecordKind,
  recordDetailsSchema,
  recordEntrySchema,
  trailIdOf,
} from '../../../../core/records/record-entry.ts';
import { readStoredRecord } from '../../../../core/records/stored-record.ts';
import { chainStart, linkHash } from '../../../../core/ticket/audit-chain.ts';
import type { LoggedEntry, RecordChange, RecordLogRepository, RecordRef } from '../ports/record-log.ts';
import type { Db } from './tables.ts';

type Fields = Readonly<Record<string, unknown>>;

export class KyselyRecordLogRepository implements RecordLogRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async append(record: RecordRef, change: RecordChange, at: number, actor: string): Promise<number> {
    const { before, after, ...about } = change;
    const details = JSON.stringify({ salt: randomBytes(16).toString('hex'), before, after });
    const entry = JSON.stringify({ ...about, digest: digestOf(details) } satisfies RecordEntry);
    const last = await this.#lastLink(record);
    const sequence = (last?.sequence ?? 0) + 1;
    const link = { trailId: trailIdOf(record.kind, record.id), sequence, at, actor, eventJson: entry };
    const place = { kind: record.kind, record_id: record.id, sequence };
    const hash = linkHash(last?.hash ?? chainStart, link);
    await this.#db
      .insertInto('record_log')
      .values({ ...place, at, actor, entry, hash })
      .execute();
    await this.#db
      .insertInto('record_details')
      .values({ ...place, details })
      .execute();
    return sequence;
  }

  async list(record: RecordRef): Promise<LoggedEntry[]> {
    const rows = await this.#rows(record);
    return rows.map(({ sequence, at, actor, entry, details }) => ({
      sequence,
      at,
      actor,
      entry: recordEntrySchema.parse(JSON.parse(entry)),
      details: details === null ? null : detailsOf(record.kind, details),
    }));
  }

  async takeDetails({ kind, id }: RecordRef, sequence: number): Promise<string> {
    const { details } = await this.#db
      .deleteFrom('record_details')
      .where('kind', '=', kind)
      .where('record_id', '=', id)
      .where('sequence', '=', sequence)
      .returning('details')
      .executeTakeFirstOrThrow();
    return details;
  }

  async putDetails({ kind, id }: RecordRef, sequence: number, details: string): Promise<void> {
    await this.#db.insertInto('record_details').values({ kind, record_id: id, sequence, details }).execute();
  }

  async eraseDetails({ kind, id }: RecordRef): Promise<void> {
    await this.#db
      .deleteFrom('record_details')
      .where('kind', '=', kind)
      .where('record_id', '=', id)
      .execute();
  }

  async findBroken(record: RecordRef): Promise<number | null> {
    const rows = await this.#rows(record);
    return findBrokenEntry(
      record.kind,
      record.id,
      rows.map(({ entry, details, ...link }) => ({ ...link, eventJson: entry, detailsJson: details })),
    );
  }

  #lastLink({ kind, id }: RecordRef) {
    return this.#db
      .selectFrom('record_log')
      .select(['sequence', 'hash'])
      .where('kind', '=', kind)
      .where('record_id', '=', id)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  #rows({ kind, id }: RecordRef) {
    return this.#db
      .selectFrom('record_log as l')
      .leftJoin('record_details as d', (join) =>
        join
          .onRef('d.kind', '=', 'l.kind')
          .onRef('d.record_id', '=', 'l.record_id')
          .onRef('d.sequence', '=', 'l.sequence'),
      )
      .select(['l.sequence', 'l.at', 'l.actor', 'l.entry', 'l.hash', 'd.details'])
      .where('l.kind', '=', kind)
      .where('l.record_id', '=', id)
      .orderBy('l.sequence')
      .execute();
  }
}

/** In the fields of today, whatever version has written them. */
function detailsOf(kind: RecordKind, json: string): RecordDetails {
  const { before, after, ...rest } = recordDetailsSchema.parse(JSON.parse(json));
  return {
    ...rest,
    before: before && readSide(kind, before, after),
    after: after && readSide(kind, after, before),
  };
}

/** Of a change only the fields that it names; a record that was made or removed is whole. */
function readSide(kind: RecordKind, side: Fields, other: Fields | null): Fields {
  const whole = readStoredRecord(kind, side);
  if (other === null && Object.keys(side).length > 0) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => Object.hasOwn(side, name)));
}
