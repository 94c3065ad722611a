import { sql } from 'kysely';
import {
  type LaneCounts,
  type LastReset,
  laneCountsSchema,
  type TicketRow,
} from '../../../../core/contract/records.ts';
import { prioritySchema, type TicketState, ticketStateSchema } from '../../../../core/ticket/schema.ts';
import type { Projection, TicketPage, TicketRecord, TicketRepository } from '../ports/tickets.ts';
import { type Db, firstVersion, nextInSequence, nextVersion } from './tables.ts';
import { writeTexts } from './text-list.ts';
import { selectTicketRows, ticketRowOf } from './ticket-rows.ts';

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
        closed_at: null,
        code_at: null,
        ...firstVersion(at),
      })
      .returning(recordColumns)
      .executeTakeFirstOrThrow();
    await this.#storeTags(id, [], projection.state.tags);
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

  async findLastReset(deviceId: string): Promise<LastReset | null> {
    const row = await this.#db
      .selectFrom('tickets')
      .select(['id', 'number', 'closed_at'])
      .where('device_id', '=', deviceId)
      .where('outcome', '=', 'resolved')
      .where('closed_at', 'is not', null)
      .orderBy('closed_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined || row.closed_at === null) return null;
    return { ticketId: row.id, ticketNumber: row.number, at: row.closed_at };
  }

  async update(ticket: TicketRecord, projection: Projection, at: number): Promise<TicketRecord | null> {
    const row = await this.#db
      .updateTable('tickets')
      .set({
        ...storedFields(projection),
        closed_at: (eb) =>
          projection.state.status === 'closed' ? eb.fn.coalesce('closed_at', eb.val(at)) : eb.val(null),
        code_at: (eb) => {
          const { request } = projection.state;
          // A request is forgotten when its code was taken or its QR is gone; that its code came stays true.
          return request === null ? eb.ref('code_at') : eb.val(request.codeArrivedAt);
        },
        ...nextVersion(ticket.version, at),
      })
      .where('id', '=', ticket.id)
      .where('version', '=', ticket.version)
      .returning(recordColumns)
      .executeTakeFirst();
    if (row === undefined) return null;
    await this.#storeTags(ticket.id, ticket.state.tags, projection.state.tags);
    return recordOf(row);
  }

  async #storeTags(ticketId: string, before: TicketState['tags'], after: TicketState['tags']): Promise<void> {
    const gone = before.filter((tag) => !after.includes(tag));
    const added = after.filter((tag) => !before.includes(tag)).map((tag) => ({ tag, ticket_id: ticketId }));
    if (gone.length > 0)
      await this.#db
        .deleteFrom('ticket_tags')
        .where('ticket_id', '=', ticketId)
        .where('tag', 'in', gone)
        .execute();
    if (added.length > 0) await this.#db.insertInto('ticket_tags').values(added).execute();
  }

  async setTimed(ticketId: string, { lane, nextEvent, workOrder }: Omit<Projection, 'state'>): Promise<void> {
    await this.#db
      .updateTable('tickets')
      .set({
        lane,
        next_event_at: nextEvent?.at ?? null,
        next_event_kind: nextEvent?.kind ?? null,
        work_order: workOrder,
      })
      .where('id', '=', ticketId)
      .execute();
  }

  async list({ lane, numbers, limit, after }: TicketPage): Promise<TicketRow[]> {
    if (numbers?.length === 0) return [];
    // With numbers, these are the way in; the plus keeps the planner from walking through the whole lane.
    const laneColumn = numbers === null ? sql.ref<string>('t.lane') : sql<string>`+t.lane`;
    let query = selectTicketRows(this.#db).where(laneColumn, '=', lane);
    if (numbers !== null) query = query.where('t.number', 'in', numbers);
    if (after !== null) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('t.updated_at', 't.id'), '<', tuple(after.updatedAt, after.id)),
      );
    }
    const rows = await query.orderBy('t.updated_at', 'desc').orderBy('t.id', 'desc').limit(limit).execute();
    return rows.map(ticketRowOf);
  }

  async findRows(ids: readonly string[]): Promise<Map<string, TicketRow>> {
    if (ids.length === 0) return new Map();
    const rows = await selectTicketRows(this.#db).where('t.id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, ticketRowOf(row)]));
  }

  async listOfDevice(deviceId: string, limit: number): Promise<TicketRow[]> {
    const rows = await selectTicketRows(this.#db)
      .where('t.device_id', '=', deviceId)
      .orderBy('t.created_at', 'desc')
      .orderBy('t.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(ticketRowOf);
  }

  async listClosedSince(since: number): Promise<string[]> {
    const rows = await this.#db.selectFrom('tickets').select('id').where('closed_at', '>', since).execute();
    return rows.map(({ id }) => id);
  }

  async countByLane(): Promise<LaneCounts> {
    const rows = await this.#db.selectFrom('lane_counts').select(['lane', 'tickets']).execute();
    return laneCountsSchema.parse(Object.fromEntries(rows.map((row) => [row.lane, row.tickets])));
  }

  async listLabels(): Promise<{ tags: string[]; assignees: string[] }> {
    return {
      tags: await this.#distinct('ticket_tags', 'tag'),
      assignees: await this.#distinct('tickets', 'assignee'),
    };
  }

  /** From value to value through the index that begins with the column: a plain `distinct` would read all of it. */
  async #distinct(table: string, column: string): Promise<string[]> {
    const [from, value] = [sql.table(table), sql.ref(column)];
    const { rows } = await sql<{ value: string }>`
      with recursive found (value) as (
        select min(${value}) from ${from}
        union all
        select (select min(${value}) from ${from} where ${value} > found.value) from found
          where found.value is not null
      )
      select value from found where value is not null`.execute(this.#db);
    return rows.map((row) => row.value);
  }
}

function storedFields({ state, lane, nextEvent, workOrder }: Projection) {
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
    work_order: workOrder,
    assignee: state.assignee,
    priority: prioritySchema.options.indexOf(state.priority),
    tags: writeTexts(state.tags),
    failure_reason: state.failureReason,
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
