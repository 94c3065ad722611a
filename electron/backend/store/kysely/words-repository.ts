import { messageTemplateSchema } from '../../../../core/message/template.ts';
import type { StoredTemplate, WordsRepository } from '../ports/desk.ts';
import type { Db } from './tables.ts';

export class KyselyWordsRepository implements WordsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async listTemplates(): Promise<StoredTemplate[]> {
    const rows = await this.#db
      .selectFrom('message_templates')
      .select(['content', 'version'])
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(({ content, version }) => ({
      template: messageTemplateSchema.parse(JSON.parse(content)),
      version,
    }));
  }

  async putTemplate({ template, version }: StoredTemplate, at: number): Promise<StoredTemplate | null> {
    const content = JSON.stringify(template);
    const next = { content, version: version + 1, updated_at: at };
    const written =
      version === 0
        ? await this.#db
            .insertInto('message_templates')
            .values({ id: template.id, created_at: at, ...next })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        : await this.#db
            .updateTable('message_templates')
            .set(next)
            .where('id', '=', template.id)
            .where('version', '=', version)
            .executeTakeFirst();
    return hasWritten(written) ? { template, version: version + 1 } : null;
  }

  async removeTemplate(id: string, version: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('message_templates')
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async getShared(name: string): Promise<{ value: unknown; version: number } | null> {
    const row = await this.#db
      .selectFrom('settings_shared')
      .select(['value', 'version'])
      .where('name', '=', name)
      .executeTakeFirst();
    return row === undefined ? null : { value: JSON.parse(row.value), version: row.version };
  }

  async putShared(name: string, value: unknown, version: number, at: number): Promise<boolean> {
    const next = { value: JSON.stringify(value), version: version + 1, updated_at: at };
    const written =
      version === 0
        ? await this.#db
            .insertInto('settings_shared')
            .values({ name, ...next })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        : await this.#db
            .updateTable('settings_shared')
            .set(next)
            .where('name', '=', name)
            .where('version', '=', version)
            .executeTakeFirst();
    return hasWritten(written);
  }
}

/** Nothing is written when somebody else was faster. */
function hasWritten(
  result: { numInsertedOrUpdatedRows?: bigint | undefined } | { numUpdatedRows: bigint },
): boolean {
  return 'numUpdatedRows' in result
    ? result.numUpdatedRows > 0n
    : (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
