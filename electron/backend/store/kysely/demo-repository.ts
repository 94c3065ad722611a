import { type RawBuilder, sql } from 'kysely';
import type { DemoKind, DemoRepository } from '../ports/in-out.ts';
import type { Db } from './tables.ts';

export class KyselyDemoRepository implements DemoRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async mark(kind: DemoKind, recordId: string): Promise<void> {
    await this.#db.insertInto('demo_records').values({ kind, record_id: recordId }).execute();
  }

  async count(kind: DemoKind): Promise<number> {
    const { count } = await this.#db
      .selectFrom('demo_records')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
    return count;
  }

  async removeAll(): Promise<{ tickets: number; kept: number }> {
    const tickets = await this.count('ticket');
    await this.#run(removeTickets);
    const kept = [await this.#keepUsed('device'), await this.#keepUsed('customer')];
    await this.#run(removeRecords);
    return { tickets, kept: kept.reduce((sum, count) => sum + count, 0) };
  }

  async #run(statements: readonly RawBuilder<unknown>[]): Promise<void> {
    for (const statement of statements) await statement.execute(this.#db);
  }

  /** Something real hangs on it by now, so it is no longer only for show. */
  async #keepUsed(kind: 'device' | 'customer'): Promise<number> {
    const { numAffectedRows } = await used[kind].execute(this.#db);
    return Number(numAffectedRows ?? 0);
  }
}

const marked = (kind: DemoKind) => sql`(select record_id from demo_records where kind = ${kind})`;

/** Whatever belongs to a ticket alone; commands that touched one can not be undone any more. */
const removeTickets: readonly RawBuilder<unknown>[] = [
  sql`delete from scan_crops where scan_id in (select id from scans where ticket_id in ${marked('ticket')})`,
  sql`delete from scans where ticket_id in ${marked('ticket')}`,
  sql`delete from attachment_parts where attachment_id in (
    select id from attachments where ticket_id in ${marked('ticket')})`,
  sql`delete from attachments where ticket_id in ${marked('ticket')}`,
  sql`delete from ticket_tags where ticket_id in ${marked('ticket')}`,
  sql`delete from ticket_alarms where ticket_id in ${marked('ticket')}`,
  sql`delete from event_texts where ticket_id in ${marked('ticket')}`,
  sql`delete from ticket_events where ticket_id in ${marked('ticket')}`,
  sql`delete from drafts where scope in ${marked('ticket')}`,
  sql`delete from desk_state where name = 'lastTicketId' and value in ${marked('ticket')}`,
  sql`delete from handled_requests where record_id in (select record_id from demo_records)`,
  sql`delete from done_commands where exists (
    select 1 from json_each(done_commands.parts) part join demo_records d
      on d.record_id = coalesce(json_extract(part.value, '$.id'), json_extract(part.value, '$.toTicketId')))`,
  sql`delete from tickets where id in ${marked('ticket')}`,
];

const used: Readonly<Record<'device' | 'customer', RawBuilder<unknown>>> = {
  device: sql`delete from demo_records where kind = 'device'
    and record_id in (select device_id from tickets where device_id is not null)`,
  customer: sql`delete from demo_records where kind = 'customer' and (
    record_id in (select customer_id from tickets where customer_id is not null)
    or record_id in (select customer_id from devices
      where customer_id is not null and id not in ${marked('device')})
    or record_id in (select customer_id from sites where id not in ${marked('site')}))`,
};

const removeRecords: readonly RawBuilder<unknown>[] = [
  // A place stays with its customer.
  sql`delete from demo_records where kind = 'site'
    and record_id in (select id from sites where customer_id not in ${marked('customer')})`,
  sql`update devices set site_id = null where site_id in ${marked('site')} and id not in ${marked('device')}`,
  sql`delete from drafts where scope in (select record_id from demo_records)`,
  sql`delete from record_details where (kind, record_id) in (select kind, record_id from demo_records)`,
  sql`delete from record_log where (kind, record_id) in (select kind, record_id from demo_records)`,
  sql`delete from devices where id in ${marked('device')}`,
  sql`delete from sites where id in ${marked('site')}`,
  sql`delete from customers where id in ${marked('customer')}`,
  sql`delete from demo_records`,
];
