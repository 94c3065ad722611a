import * as z from 'zod';
import { checkResultSchema } from '../../../../core/contract/safety-calls.ts';
import type { CheckRecord, SafetyRepository } from '../ports/desk.ts';
import type { Db } from './tables.ts';

const lastCheck = 'safety.lastCheck';

const checkRecordSchema = z.strictObject({ result: checkResultSchema, stoppedAfter: z.string().nullable() });

export class KyselySafetyRepository implements SafetyRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async getCheck(): Promise<CheckRecord | null> {
    const row = await this.#db
      .selectFrom('desk_state')
      .select('value')
      .where('name', '=', lastCheck)
      .executeTakeFirst();
    // A result that another version has written is worth a new check, and no more.
    return row === undefined ? null : (checkRecordSchema.safeParse(JSON.parse(row.value)).data ?? null);
  }

  async putCheck(check: CheckRecord): Promise<void> {
    const value = JSON.stringify(check);
    await this.#db
      .insertInto('desk_state')
      .values({ name: lastCheck, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}
