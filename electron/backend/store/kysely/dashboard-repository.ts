import { sql } from 'kysely';
import {
  type Dashboard,
  dashboardSchema,
  SHARES_MAX,
  type Span,
} from '../../../../core/contract/dashboard-calls.ts';
import type { DashboardRepository } from '../ports/dashboard.ts';
import type { Db } from './tables.ts';

/** A part of the time; `to` is not in it. */
interface Period {
  readonly from: number;
  readonly to: number;
}

function ticketsOf(db: Db) {
  return db.selectFrom('tickets as t');
}
type Tickets = ReturnType<typeof ticketsOf>;

/** Reads two indexes and nothing of a ticket's state: what was opened by its opening, what was closed by an index that holds it all. */
export class KyselyDashboardRepository implements DashboardRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async read(bounds: readonly number[]): Promise<Dashboard> {
    const parts = bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? to, to }));
    const period = { from: bounds[0] ?? 0, to: bounds.at(-1) ?? 0 };
    return dashboardSchema.parse({
      opened: await this.#each(parts, (part) => this.#countOpened(part)),
      solved: await this.#each(parts, (part) => this.#countSolved(part)),
      closed: await this.#count(this.#closedIn(period)),
      toCode: await this.#span(period, sql<number>`t.code_at - t.created_at`),
      toLogin: await this.#span(period, sql<number>`t.closed_at - t.created_at`),
      failures: await this.#failures(period),
      routes: await this.#shares(period)
        .select('t.playbook_id as playbookId')
        .groupBy('t.playbook_id')
        .execute(),
      models: await this.#models(period),
      agents: await this.#shares(period).select('t.assignee as agent').groupBy('t.assignee').execute(),
    });
  }

  async #each(parts: readonly Period[], count: (part: Period) => Promise<number>): Promise<number[]> {
    const counts: number[] = [];
    for (const part of parts) counts.push(await count(part));
    return counts;
  }

  #countOpened({ from, to }: Period): Promise<number> {
    return this.#count(
      ticketsOf(this.#db)
        // Named both, so that the index that begins with the status is used.
        .where('t.status', 'in', ['open', 'closed'])
        .where('t.created_at', '>=', from)
        .where('t.created_at', '<', to),
    );
  }

  #countSolved(part: Period): Promise<number> {
    return this.#count(this.#closedIn(part).where('t.outcome', '=', 'resolved'));
  }

  async #count(tickets: Tickets): Promise<number> {
    const { count } = await tickets
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  #closedIn({ from, to }: Period) {
    return ticketsOf(this.#db).where('t.closed_at', '>=', from).where('t.closed_at', '<', to);
  }

  async #span(period: Period, length: ReturnType<typeof sql<number>>): Promise<Span> {
    const known = this.#closedIn(period).where('t.outcome', '=', 'resolved').where(length, '>=', 0);
    const tickets = await this.#count(known);
    if (tickets === 0) return { medianMs: null, tickets };
    const { ms } = await known
      .select(length.as('ms'))
      .orderBy('ms')
      .limit(1)
      .offset(Math.floor((tickets - 1) / 2))
      .executeTakeFirstOrThrow();
    return { medianMs: ms, tickets };
  }

  #failures(period: Period) {
    return this.#closedIn(period)
      .where('t.outcome', '<>', 'resolved')
      .select((eb) => ['t.outcome', 't.failure_reason as reason', eb.fn.countAll<number>().as('tickets')])
      .groupBy(['t.outcome', 't.failure_reason'])
      .orderBy('tickets', 'desc')
      .limit(SHARES_MAX)
      .execute();
  }

  #models(period: Period) {
    return this.#shares(period)
      .leftJoin('devices as d', 'd.id', 't.device_id')
      .select((eb) => eb.fn.coalesce('d.model', eb.val('')).as('model'))
      .groupBy('model')
      .execute();
  }

  #shares(period: Period) {
    return this.#closedIn(period)
      .select((eb) => [
        eb.fn.countAll<number>().as('closed'),
        sql<number>`sum(case when t.outcome = 'resolved' then 1 else 0 end)`.as('solved'),
      ])
      .orderBy('closed', 'desc')
      .limit(SHARES_MAX);
  }
}
