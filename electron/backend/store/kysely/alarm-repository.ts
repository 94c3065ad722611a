import { type Timer, timerKindSchema } from '../../../../core/ticket/timers.ts';
import type { Alarm, AlarmRepository } from '../ports/desk.ts';
import type { Db } from './tables.ts';

export class KyselyAlarmRepository implements AlarmRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async put(ticketId: string, timers: readonly Timer[], now: number): Promise<void> {
    const stored = await this.#db
      .selectFrom('ticket_alarms')
      .select(['kind', 'at'])
      .where('ticket_id', '=', ticketId)
      .execute();
    const isKnown = (timer: Timer) => stored.some(({ kind, at }) => kind === timer.kind && at === timer.at);
    for (const { kind, at } of stored) {
      if (timers.some((timer) => timer.kind === kind && timer.at === at)) continue;
      await this.#db
        .deleteFrom('ticket_alarms')
        .where('ticket_id', '=', ticketId)
        .where('kind', '=', kind)
        .execute();
    }
    // What is past already needs no telling: the agent has just been at the ticket.
    for (const { kind, at } of timers.filter((timer) => timer.at > now && !isKnown(timer))) {
      await this.#db
        .insertInto('ticket_alarms')
        .values({ ticket_id: ticketId, kind, at, told_at: null, seen_at: null })
        .execute();
    }
    await this.markSeen(ticketId, now);
  }

  async takeDue(now: number, limit: number): Promise<Alarm[]> {
    const due = await this.#alarms()
      .where('a.told_at', 'is', null)
      .where('a.at', '<=', now)
      .orderBy('a.at')
      .limit(limit)
      .execute();
    for (const { ticketId, kind } of due) {
      await this.#db
        .updateTable('ticket_alarms')
        .set({ told_at: now })
        .where('ticket_id', '=', ticketId)
        .where('kind', '=', kind)
        .execute();
    }
    return due.map(alarmOf);
  }

  async markSeen(ticketId: string, now: number): Promise<void> {
    await this.#db
      .updateTable('ticket_alarms')
      .set({ seen_at: now })
      .where('ticket_id', '=', ticketId)
      .where('told_at', 'is not', null)
      .where('seen_at', 'is', null)
      .execute();
  }

  async listUnseen(agent: string, limit: number): Promise<Alarm[]> {
    const rows = await this.#alarms()
      .where('a.told_at', 'is not', null)
      .where('a.seen_at', 'is', null)
      .where((test) => test.or([test('t.assignee', 'is', null), test('t.assignee', '=', agent)]))
      .orderBy('a.at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(alarmOf);
  }

  async nextAt(now: number): Promise<number | null> {
    const row = await this.#db
      .selectFrom('ticket_alarms')
      .select('at')
      .where('told_at', 'is', null)
      .where('at', '>', now)
      .orderBy('at')
      .limit(1)
      .executeTakeFirst();
    return row?.at ?? null;
  }

  async listTicketIds(): Promise<string[]> {
    const rows = await this.#db.selectFrom('ticket_alarms').select('ticket_id').distinct().execute();
    return rows.map((row) => row.ticket_id);
  }

  #alarms() {
    return this.#db
      .selectFrom('ticket_alarms as a')
      .innerJoin('tickets as t', 't.id', 'a.ticket_id')
      .select(['a.ticket_id as ticketId', 't.number as ticketNumber', 't.assignee', 'a.kind', 'a.at']);
  }
}

function alarmOf({ kind, ...alarm }: Omit<Alarm, 'kind'> & { readonly kind: string }): Alarm {
  return { ...alarm, kind: timerKindSchema.parse(kind) };
}
