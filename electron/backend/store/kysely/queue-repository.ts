import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type QueuePlace,
  type QueueRow,
  queuePlaceSchema,
  queueRowSchema,
} from '../../../../core/contract/queue-calls.ts';
import { laneCountsSchema } from '../../../../core/contract/records.ts';
import type { QueueLane } from '../../../../core/queue/view.ts';
import type { QueueRepository, QueueScope } from '../ports/queue.ts';
import { isNarrow, matching, noConditions } from './queue-conditions.ts';
import { type Order, orderOf } from './queue-order.ts';
import type { Db } from './tables.ts';
import { selectTicketRows, ticketRowOf } from './ticket-rows.ts';

/** Tickets that one call looks at, however few of them fit: some 20 ms with a million tickets, so that typing never waits. */
const scanLimit = 20_000;
/** The same with a filter: the tickets themselves are read, not only the index. */
const narrowScanLimit = 5000;

type Part = {
  readonly scope: QueueScope;
  readonly order: Order;
  readonly from: QueuePlace | null;
  /** The last place that may be looked at; null is the end of the lane. */
  readonly until: QueuePlace | null;
};

export class KyselyQueueRepository implements QueueRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async page(
    scope: QueueScope,
    { from, direction, skip, limit }: Parameters<QueueRepository['page']>[1],
  ): Promise<{ rows: QueueRow[]; next: QueuePlace | null }> {
    const order = orderOf(scope, direction);
    const isScanned = scope.numbers === null && isNarrow(scope);
    const until = isScanned ? await this.#endOfScan(scope, order, from) : null;
    const found = await selectTicketRows(this.#db)
      .select(order.value.as('placeValue'))
      .where(within({ scope, order, from, until }))
      .where(matching(scope))
      .orderBy(order.value, order.direction)
      .orderBy('t.number', order.direction)
      // One more than asked for tells whether there are more.
      .limit(limit + 1)
      .offset(skip)
      .execute();
    const rows = found
      .slice(0, limit)
      .map(({ placeValue, ...row }) =>
        queueRowSchema.parse({ ...ticketRowOf(row), place: { value: placeValue, number: row.number } }),
      );
    const next = found.length > limit ? (rows.at(-1)?.place ?? null) : until;
    return { rows: direction === 'forward' ? rows : rows.reverse(), next };
  }

  async walk(
    scope: QueueScope,
    from: QueuePlace | null,
    stride: number,
  ): Promise<{ places: QueuePlace[]; rows: number; next: QueuePlace | null }> {
    const order = orderOf(scope, 'forward');
    const until = scope.numbers === null ? await this.#endOfScan(scope, order, from) : null;
    const places: QueuePlace[] = [];
    let part: Part = { scope, order, from, until };
    for (let place = await this.#hop(part, stride); place !== null; place = await this.#hop(part, stride)) {
      places.push(place);
      part = { ...part, from: place };
    }
    const { rest } = await this.#db
      .selectFrom('tickets as t')
      .select((eb) => eb.fn.countAll<number>().as('rest'))
      .where(within(part))
      .where(matching(scope))
      .executeTakeFirstOrThrow();
    return { places, rows: places.length * stride + rest, next: until };
  }

  async listIds(
    scope: QueueScope,
    from: QueuePlace | null,
  ): Promise<{ ids: string[]; next: QueuePlace | null }> {
    const order = orderOf(scope, 'forward');
    const until = await this.#hop(
      { scope: { ...scope, ...noConditions }, order, from, until: null },
      narrowScanLimit,
    );
    const rows = await this.#db
      .selectFrom('tickets as t')
      .select('t.id')
      .where(within({ scope, order, from, until }))
      .where(matching(scope))
      .orderBy(order.value, order.direction)
      .orderBy('t.number', order.direction)
      .execute();
    return { ids: rows.map(({ id }) => id), next: until };
  }

  async counts(agent: string): Promise<Record<QueueLane, number>> {
    const rows = await this.#db.selectFrom('lane_counts').select(['lane', 'tickets']).execute();
    const { now, waiting, closed, unassigned } = laneCountsSchema.parse(
      Object.fromEntries(rows.map((row) => [row.lane, row.tickets])),
    );
    // One agent's open tickets are few, and counted along their index alone.
    const { mine } = await this.#db
      .selectFrom('tickets as t')
      .select((eb) => eb.fn.countAll<number>().as('mine'))
      .where(inPool({ status: 'open', holder: { assignee: agent }, numbers: null }))
      .executeTakeFirstOrThrow();
    const open = now + waiting;
    return { mine, others: open - unassigned - mine, unassigned, open, closed };
  }

  /** Where a look-up ends, whatever the filter. Null when the lane ends before. */
  #endOfScan(scope: QueueScope, order: Order, from: QueuePlace | null): Promise<QueuePlace | null> {
    const everything = { ...scope, ...noConditions };
    const limit = isNarrow(scope) ? narrowScanLimit : scanLimit;
    return this.#hop({ scope: everything, order, from, until: null }, limit);
  }

  /** The place of the `rows`-th row from here: a walk along the index alone. */
  async #hop(part: Part, rows: number): Promise<QueuePlace | null> {
    const { order } = part;
    const row = await this.#db
      .selectFrom('tickets as t')
      .select([order.value.as('value'), 't.number'])
      .where(within(part))
      .where(matching(part.scope))
      .orderBy(order.value, order.direction)
      .orderBy('t.number', order.direction)
      .limit(1)
      .offset(rows - 1)
      .executeTakeFirst();
    return row === undefined ? null : queuePlaceSchema.parse(row);
  }
}

/** In the words of the indexes, without which they are not used. */
function inPool({
  status,
  holder,
  numbers,
}: Pick<QueueScope, 'status' | 'holder' | 'numbers'>): RawBuilder<SqlBool> {
  // With numbers, these are the way in; the plus keeps the planner from walking through all that are open.
  const plus = sql.raw(numbers === null ? '' : '+');
  const isStatus = sql<SqlBool>`${plus}t.status = ${sql.lit(status)}`;
  if (holder === 'anyone') return isStatus;
  const { assignee } = holder;
  const isHeld = assignee === null ? sql`${plus}t.assignee is null` : sql`${plus}t.assignee = ${assignee}`;
  // The other index would do as well for the status, but would leave the holder to be looked up row by row.
  return sql<SqlBool>`${isHeld} and ${isStatus}`;
}

function within({ scope, order, from, until }: Part): RawBuilder<SqlBool> {
  const place = sql`(${order.value}, t.number)`;
  const [beyond, upTo] = order.direction === 'asc' ? (['>', '<='] as const) : (['<', '>='] as const);
  const parts = [inPool(scope)];
  if (from !== null) parts.push(sql<SqlBool>`${place} ${sql.raw(beyond)} (${from.value}, ${from.number})`);
  if (until !== null) parts.push(sql<SqlBool>`${place} ${sql.raw(upTo)} (${until.value}, ${until.number})`);
  return sql.join<SqlBool>(parts, sql` and `);
}
