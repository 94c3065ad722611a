import { type DeskEntry, deskEntrySchema, deskTrailId } from '../../../../core/desk-log/desk-entry.ts';
import { chainStart, findBrokenLink, linkHash } from '../../../../core/ticket/audit-chain.ts';
import type { DeskLogRepository, LoggedDeskEntry } from '../ports/in-out.ts';
import type { Db } from './tables.ts';

export class KyselyDeskLogRepository implements DeskLogRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async append(entry: DeskEntry, at: number, actor: string): Promise<void> {
    const last = await this.#db
      .selectFrom('desk_log')
      .select(['sequence', 'hash'])
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    const sequence = (last?.sequence ?? 0) + 1;
    const eventJson = JSON.stringify(entry);
    const hash = linkHash(last?.hash ?? chainStart, {
      trailId: deskTrailId,
      sequence,
      at,
      actor,
      eventJson,
    });
    await this.#db.insertInto('desk_log').values({ sequence, at, actor, entry: eventJson, hash }).execute();
  }

  async listLatest(limit: number): Promise<LoggedDeskEntry[]> {
    const rows = await this.#db
      .selectFrom('desk_log')
      .select(['sequence', 'at', 'actor', 'entry'])
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ entry, ...row }) => ({ ...row, entry: readEntry(entry) }));
  }

  async check(): Promise<{ count: number; brokenAt: number | null }> {
    const rows = await this.#db.selectFrom('desk_log').selectAll().orderBy('sequence').execute();
    const links = rows.map(({ entry, ...link }) => ({ ...link, trailId: deskTrailId, eventJson: entry }));
    return { count: rows.length, brokenAt: findBrokenLink(links) };
  }
}

/** Whatever somebody has written into the log by hand must not hide the rest of it. */
function readEntry(text: string): DeskEntry | null {
  try {
    return deskEntrySchema.nullable().catch(null).parse(JSON.parse(text));
  } catch {
    return null;
  }
}
