import { join } from 'node:path';
import { CallError } from '../../../../core/contract/errors.ts';
import { type DeskEntry, deskEntrySchema } from '../../../../core/desk-log/desk-entry.ts';
import type { ForgedTrail, Forgery, TrailTail } from '../../../../core/evidence/trail-tail.ts';
import { backupFolderOf, listBackups } from './backup-files.ts';
import { hasPageOfKey } from './cipher.ts';
import type { Connection } from './connection.ts';
import { translateFailure } from './failure.ts';
import { canKeepHead, readHeadRow } from './head-row.ts';
import { withConnection } from './restore.ts';
import { tailsOf } from './trail-tails.ts';

/** Trails of backups that are looked up in one check, some seconds of work; the newest backup is always read to its end. */
const TRAILS_PER_CHECK = 500_000;

/**
 * What of the trails in the backups is not so in the database any more. A trail only grows, so what a backup has of it must be
 * how it begins.
 */
export async function findForgedSince(
  connection: Connection,
  file: string,
  keyHex: string,
): Promise<ForgedTrail[]> {
  const folder = backupFolderOf(file);
  const isLeftBehind = findLeftBehind(connection);
  const found: ForgedTrail[] = [];
  let looked = 0;
  for (const { name, madeAt } of listBackups(folder)) {
    if (looked > TRAILS_PER_CHECK) break;
    const path = join(folder, name);
    // One of a former key can be opened where that key is known only.
    if (!hasPageOfKey(path, keyHex)) continue;
    await readBackup(path, keyHex, (backup) => {
      if (isLeftBehind(madeAt, readHeadRow(backup)?.serial ?? 0)) return;
      const isDemo = demoMarksOf(backup);
      const look = lookUp(connection);
      for (const tail of tailsOf(backup)) {
        looked += 1;
        const what = look(tail);
        if (what !== null && !isDemo(tail))
          found.push({ kind: tail.kind, id: tail.id, number: tail.number || null, what });
      }
    });
  }
  return found;
}

/** One of a form from before there were heads has other tables. One that is damaged says nothing of the records. */
async function readBackup(path: string, keyHex: string, read: (backup: Connection) => void): Promise<void> {
  try {
    await withConnection(path, keyHex, (backup) => {
      if (canKeepHead(backup)) read(backup);
    });
  } catch (error) {
    if (!(translateFailure(error, path) instanceof CallError)) throw error;
  }
}

/**
 * Whether what a backup has need not be there any more: when a later restore went back behind it, and when records were rescued
 * or accepted since. Each of these is an entry of the desk's log, so none of them is silent.
 */
function findLeftBehind(connection: Connection): (madeAt: number, serial: number) => boolean {
  const rows = connection.prepare('select at, entry from desk_log').all() as { at: number; entry: string }[];
  const breaks = rows.flatMap(({ at, entry: json }) => {
    const entry = entryOf(json);
    switch (entry?.type) {
      case 'recordsRestored':
      case 'recordsRescued':
      case 'recordsAccepted': {
        const from = entry.type === 'recordsRestored' ? (entry.madeAt ?? 0) : 0;
        return [{ from, to: at, ...(entry.leftBehind ?? { after: 0, before: 0 }) }];
      }
      default:
        return [];
    }
  });
  return (madeAt, serial) =>
    breaks.some(
      ({ from, to, after, before }) => (madeAt > from && madeAt <= to) || (serial > after && serial < before),
    );
}

/** Null for what somebody else has written there: it excuses nothing. */
function entryOf(json: string): DeskEntry | null {
  try {
    return deskEntrySchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** Made-up records may go with their trails. */
function demoMarksOf(backup: Connection): (tail: TrailTail) => boolean {
  const mark = backup.prepare('select 1 from demo_records where kind = ? and record_id = ?');
  return ({ kind, id }) => mark.get(kind, id) !== undefined;
}

/** How the trail that a backup knows differs from the one that is there; null when it has only grown. */
function lookUp(connection: Connection): (tail: TrailTail) => Forgery | null {
  const tables = {
    ticket: 'ticket_events where ticket_id = @id',
    record: 'record_log where kind = @kind and record_id = @id',
    desk: 'desk_log where true',
  } as const;
  const statements = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      {
        entry: connection.prepare(`select hash from ${table} and sequence = @sequence`).pluck(),
        last: connection.prepare(`select max(sequence) from ${table}`).pluck(),
      },
    ]),
  );
  return ({ kind, id, sequence, hash }) => {
    const { entry, last } = statements[kind === 'ticket' || kind === 'desk' ? kind : 'record'] ?? {};
    const named = kind === 'desk' ? {} : kind === 'ticket' ? { id } : { kind, id };
    const present = entry?.get({ ...named, sequence });
    if (present === hash) return null;
    if (present !== undefined) return 'rewritten';
    return last?.get(named) === null ? 'gone' : 'shortened';
  };
}
