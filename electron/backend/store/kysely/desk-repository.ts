import type { DeskRepository } from '../ports.ts';
import type { Db } from './tables.ts';

const lastTicket = 'lastTicketId';

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

  async getLastTicket(): Promise<string | null> {
    const row = await this.#db
      .selectFrom('desk_state')
      .select('value')
      .where('name', '=', lastTicket)
      .executeTakeFirst();
    return row?.value ?? null;
  }

  async setLastTicket(ticketId: string | null): Promise<void> {
    if (ticketId === null) {
      await this.#db.deleteFrom('desk_state').where('name', '=', lastTicket).execute();
      return;
    }
    await this.#db
      .insertInto('desk_state')
      .values({ name: lastTicket, value: ticketId })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: ticketId }))
      .execute();
  }
}
