import type { Receipt, RequestRepository } from '../ports/commands.ts';
import type { Db } from './tables.ts';

export class KyselyRequestRepository implements RequestRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(requestId: string): Promise<Receipt | null> {
    const row = await this.#db
      .selectFrom('handled_requests')
      .select(['record_id', 'is_other'])
      .where('request_id', '=', requestId)
      .executeTakeFirst();
    return row === undefined ? null : { recordId: row.record_id, isOther: row.is_other === 1 };
  }

  async remember(requestId: string, receipt: Receipt, at: number, keepSince: number): Promise<void> {
    await this.#db.deleteFrom('handled_requests').where('handled_at', '<', keepSince).execute();
    await this.#db
      .insertInto('handled_requests')
      .values({
        request_id: requestId,
        record_id: receipt.recordId,
        is_other: receipt.isOther ? 1 : 0,
        handled_at: at,
      })
      .execute();
  }
}
