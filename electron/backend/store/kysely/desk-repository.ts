import * as z from 'zod';
import type { ClockMemory } from '../../../../core/clock/desk-clock.ts';
import { readFields } from '../../../../core/read-fields.ts';
import type { DeskRepository } from '../ports/desk.ts';
import type { Db } from './tables.ts';

const lastTicket = 'lastTicketId';
const agent = 'agent';
const clock = 'clock';
const exportFile = 'exportFile';

const newClock: ClockMemory = { offsetMs: 0, lastSeenAt: 0 };
const clockMemorySchema = z.strictObject({ offsetMs: z.number(), lastSeenAt: z.number() });

export class KyselyDeskRepository implements DeskRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async putDraft(scope: string, field: string, text: string, at: number): Promise<void> {
    if (text === '') {
      await this.#db.deleteFrom('drafts').where('scope', '=', scope).where('field', '=', field).execute();
      return;
    }
    await this.#db
      .insertInto('drafts')
      .values({ scope, field, text, updated_at: at })
      .onConflict((conflict) => conflict.columns(['scope', 'field']).doUpdateSet({ text, updated_at: at }))
      .execute();
  }

  listDrafts(scope: string): Promise<{ field: string; text: string }[]> {
    return this.#db
      .selectFrom('drafts')
      .select(['field', 'text'])
      .where('scope', '=', scope)
      .orderBy('field')
      .execute();
  }

  getExportFile(): Promise<string | null> {
    return this.#read(exportFile);
  }

  setExportFile(path: string | null): Promise<void> {
    return this.#writeOrRemove(exportFile, path);
  }

  getLastTicket(): Promise<string | null> {
    return this.#read(lastTicket);
  }

  setLastTicket(ticketId: string | null): Promise<void> {
    return this.#writeOrRemove(lastTicket, ticketId);
  }

  getAgent(): Promise<string | null> {
    return this.#read(agent);
  }

  setAgent(name: string): Promise<void> {
    return this.#write(agent, name);
  }

  async getClock(): Promise<ClockMemory | null> {
    const json = await this.#read(clock);
    return json === null
      ? null
      : clockMemorySchema.parse(readFields(clockMemorySchema, JSON.parse(json), newClock));
  }

  setClock(memory: ClockMemory): Promise<void> {
    return this.#write(clock, JSON.stringify(memory));
  }

  async #writeOrRemove(name: string, value: string | null): Promise<void> {
    if (value !== null) return this.#write(name, value);
    await this.#db.deleteFrom('desk_state').where('name', '=', name).execute();
  }

  async #read(name: string): Promise<string | null> {
    const row = await this.#db
      .selectFrom('desk_state')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.value ?? null;
  }

  async #write(name: string, value: string): Promise<void> {
    await this.#db
      .insertInto('desk_state')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}
