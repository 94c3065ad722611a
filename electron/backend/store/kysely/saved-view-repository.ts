import * as z from 'zod';
import { type SavedView, savedViewSchema } from '../../../../core/queue/saved-view.ts';
import { laneView, NO_FILTER, queueFilterSchema, queueViewSchema } from '../../../../core/queue/view.ts';
import type { SavedViewRepository } from '../ports/queue.ts';
import type { Db } from './tables.ts';

export class KyselySavedViewRepository implements SavedViewRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async list(): Promise<SavedView[]> {
    const rows = await this.#db
      .selectFrom('saved_views')
      .select(['id', 'name', 'view'])
      .orderBy('position')
      .execute();
    return rows.map(({ view, ...row }) => savedViewSchema.parse({ ...row, view: readView(view) }));
  }

  async replaceAll(views: readonly SavedView[]): Promise<void> {
    await this.#db.deleteFrom('saved_views').execute();
    if (views.length === 0) return;
    await this.#db
      .insertInto('saved_views')
      .values(
        views.map(({ id, name, view }, position) => ({ id, name, view: JSON.stringify(view), position })),
      )
      .execute();
  }
}

/** A view of an earlier version lacks newer filters: they let all through. What can not be read shows the first lane. */
const storedViewSchema = z
  .object({
    ...queueViewSchema.shape,
    filter: z.preprocess((filter) => ({ ...NO_FILTER, ...Object(filter) }), queueFilterSchema),
  })
  .catch(laneView('mine'));

function readView(json: string) {
  return storedViewSchema.parse(JSON.parse(json));
}
