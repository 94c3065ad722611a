import { sql } from 'kysely';
import * as z from 'zod';
import { type Lane, laneSchema, type TicketRow, ticketRowSchema } from '../../../../core/contract/records.ts';
import { ticketStateSchema } from '../../../../core/ticket/schema.ts';
import type { Projection, TicketPage, TicketRecord, TicketRepository } from '../ports.ts';
import { type Db, nextInSequence } from './tables.ts';
import { selectTicketRows } from './ticket-rows.ts';

const recordColumns = ['id', 'number', 'version', 'created_at', 'state'] as const;

export class KyselyTicketRepository implements TicketRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(id: string, projection: Projection, at: number): Promise<TicketRecord> {
    const row = await this.#db
      .insertInto('tickets')
      .values({
        id,
        number: await nextInSequence(this.#db, 'ticket'),
        ...storedFields(projection),
        version: 1,
        change_seq: await nextInSequence(this.#db, 'change'),
        created_at: at,
        updated_at: at,
      })
      .returning(recordColumns)
      .executeTakeFirstOrThrow();
    return recordOf(row);
  }

  async find(id: string): Promise<TicketRecord | null> {
    const row = await this.#db
      .selectFrom('tickets')
      .select(recordColumns)
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : recordOf(row);
  }

  async findOpenOfDevice(deviceId: string): Promise<TicketRecord | null> {
    const row = await this.#db
      .selectFrom('tickets')
      .select(recordColumns)
      .where('device_id', '=', deviceId)
      .where('status', '=', 'open')
      .executeTakeFirst();
    return row === undefined ? null : recordOf(row);
  }

  async update(ticket: TicketRecord, projection: Projection, at: number): Promise<TicketRecord | null> {
    const row = await this.#db
      .updateTable('tickets')
      .set({
        ...storedFields(projection),
        version: ticket.version + 1,
        change_seq: await nextInSequence(this.#db, 'change'),
        updated_at: at,
      })
      .where('id', '=', ticket.id)
      .where('version', '=', ticket.version)
      .returning(recordColumns)
      .executeTakeFirst();
    return row === undefined ? null : recordOf(row);
  }

  async setNextEvent(ticketId: string, nextEvent: Projection['nextEvent']): Promise<void> {
    await this.#db
      .updateTable('tickets')
      .set({ next_event_at: nextEvent?.at ?? null, next_event_kind: nextEvent?.kind ?? null })
      .where('id', '=', ticketId)
      .execute();
  }

  async list({ lane, terms, limit, after }: TicketPage): Promise<TicketRow[]> {
    let query = selectTicketRows(this.#db).where('t.lane', '=', lane);
    for (const term of terms) {
      query = query.where((eb) =>
        eb.or([
          eb('c.search_key', 'like', `%${term}%`),
          eb('d.search_key', 'like', `%${term}%`),
          eb(sql<string>`cast(t.number as text)`, '=', term),
        ]),
      );
    }
    if (after !== null) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('t.updated_at', 't.id'), '<', tuple(after.updatedAt, after.id)),
      );
    }
    const rows = await query.orderBy('t.updated_at', 'desc').orderBy('t.id', 'desc').limit(limit).execute();
    return ticketRowSchema.array().parse(rows);
  }

  async listOfDevice(deviceId: string, limit: number): Promise<TicketRow[]> {
    const rows = await selectTicketRows(this.#db)
      .where('t.device_id', '=', deviceId)
      .orderBy('t.created_at', 'desc')
      .orderBy('t.id', 'desc')
      .limit(limit)
      .execute();
    return ticketRowSchema.array().parse(rows);
  }

  async countByLane(): Promise<Record<Lane, number>> {
    const rows = await this.#db.selectFrom('lane_counts').select(['lane', 'tickets']).execute();
    return laneCountsSchema.parse(Object.fromEntries(rows.map((row) => [row.lane, row.tickets])));
  }
}

const laneCountsSchema = z.record(laneSchema, z.int().nonnegative());

function storedFields({ state, lane, nextEvent }: Projection) {
  return {
    playbook_id: state.playbookId,
    status: state.status,
    lane,
    step_id: state.stepId,
    outcome: state.outcome,
    customer_id: state.customerId,
    device_id: state.deviceId,
    next_event_at: nextEvent?.at ?? null,
    next_event_kind: nextEvent?.kind ?? null,
    state: JSON.stringify(state),
  };
}

function recordOf(row: {
  id: string;
  number: number;
  version: number;
  created_at: number;
  state: string;
}): TicketRecord {
  const { id, number, version } = row;
  return {
    id,
    number,
    version,
    openedAt: row.created_at,
    state: ticketStateSchema.parse(JSON.parse(row.state)),
  };
}
