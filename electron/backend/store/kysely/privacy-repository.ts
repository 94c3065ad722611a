import { sql } from 'kysely';
import type { PrivacyRepository } from '../ports/in-out.ts';
import type { Db } from './tables.ts';

const retentionRun = 'retention.lastRun';

/** Customers looked at by one call; between two calls others can write. */
const lookedAtOnce = 1000;

export class KyselyPrivacyRepository implements PrivacyRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async erasedAt(customerId: string): Promise<number | null> {
    const row = await this.#db
      .selectFrom('customers')
      .select('erased_at')
      .where('id', '=', customerId)
      .executeTakeFirst();
    return row?.erased_at ?? null;
  }

  async markErased(customerId: string, at: number): Promise<void> {
    await this.#db.updateTable('customers').set({ erased_at: at }).where('id', '=', customerId).execute();
  }

  async listTickets(customerId: string): Promise<{ id: string; isOpen: boolean }[]> {
    const { rows } = await sql<{ id: string; status: string }>`
      select id, status, created_at from tickets where customer_id = ${customerId}
      union
      select t.id, t.status, t.created_at from ticket_events e join tickets t on t.id = e.ticket_id
        where substr(e.event, 1, 26) = '{"type":"customerAttached"'
          and json_extract(e.event, '$.customerId') = ${customerId}
          and t.customer_id is null and t.status = 'closed'
      order by created_at`.execute(this.#db);
    return rows.map(({ id, status }) => ({ id, isOpen: status === 'open' }));
  }

  async listRemovedSites(customerId: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select distinct record_id as id from record_details
      where kind = 'site'
        and coalesce(json_extract(details, '$.after.customerId'), json_extract(details, '$.before.customerId'))
          = ${customerId}
        and not exists (select 1 from sites s where s.id = record_id)`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  async listFormer(customerId: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      with named (id) as (
        select json_extract(e.event, '$.customerId') from tickets t join ticket_events e on e.ticket_id = t.id
          where t.customer_id = ${customerId} and e.event like '{"type":"customerAttached"%'
        union
        select j.value from devices d
          join record_details r on r.kind = 'device' and r.record_id = d.id,
          json_tree(r.details) j where j.key = 'customerId' and d.customer_id = ${customerId}
        union
        select j.value from sites s
          join record_details r on r.kind = 'site' and r.record_id = s.id,
          json_tree(r.details) j where j.key = 'customerId' and s.customer_id = ${customerId}
        union
        select r.record_id from record_log l
          join record_details r on r.kind = l.kind and r.record_id = l.record_id and r.sequence = l.sequence,
          customers c, json_each(json_array(c.phones, c.emails)) lists, json_each(lists.value) way
          where l.kind = 'customer' and substr(l.entry, 1, 19) = '{"action":"removed"' and c.id = ${customerId}
            and instr(r.details, json_quote(way.value))
      )
      select id from named where id is not null and not exists (select 1 from customers c where c.id = named.id)`.execute(
      this.#db,
    );
    return rows.map(({ id }) => id);
  }

  async removeDrafts(scope: string): Promise<void> {
    await this.#db.deleteFrom('drafts').where('scope', '=', scope).execute();
  }

  async findIdle(
    after: string | null,
    closedBefore: number,
  ): Promise<{ customerIds: string[]; next: string | null }> {
    const { rows } = await sql<{ id: string; isIdle: number }>`
      select c.id, c.erased_at is null
        and coalesce((select max(closed_at) from tickets t where t.customer_id = c.id), ${closedBefore}) < ${closedBefore}
        and not exists (select 1 from tickets t where t.customer_id = c.id and t.status = 'open') as isIdle
      from customers c where c.id > ${after ?? ''} order by c.id limit ${lookedAtOnce}`.execute(this.#db);
    return {
      customerIds: rows.filter(({ isIdle }) => isIdle === 1).map(({ id }) => id),
      next: rows.length < lookedAtOnce ? null : (rows.at(-1)?.id ?? null),
    };
  }

  async eraseRemovedDetails(removedBefore: number): Promise<void> {
    await sql`delete from record_details where (kind, record_id) in (
        select kind, record_id from record_log where kind in ('customer', 'device', 'site') and substr(entry, 1, 19) = '{"action":"removed"' and at < ${removedBefore}
      )
      and not exists (select 1 from customers c where c.id = record_details.record_id)
      and not exists (select 1 from devices d where d.id = record_details.record_id)
      and not exists (select 1 from sites s where s.id = record_details.record_id)`.execute(this.#db);
  }

  async getRetentionRun(): Promise<number | null> {
    const row = await this.#db
      .selectFrom('desk_state')
      .select('value')
      .where('name', '=', retentionRun)
      .executeTakeFirst();
    return row === undefined ? null : Number(row.value);
  }

  async putRetentionRun(at: number): Promise<void> {
    const value = String(at);
    await this.#db
      .insertInto('desk_state')
      .values({ name: retentionRun, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}
