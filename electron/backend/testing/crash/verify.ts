import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { smallPlaybook } from '../../../../core/playbook/small-playbook.fixture.ts';
import { putTogether } from '../../../../core/ticket/kept-text.ts';
import { replay } from '../../../../core/ticket/replay.ts';
import { ticketStateSchema } from '../../../../core/ticket/schema.ts';
import { backupFolderOf, listBackups } from '../../store/sqlite/backup-files.ts';
import { checkChains } from '../../store/sqlite/chain-check.ts';
import type { Connection } from '../../store/sqlite/connection.ts';
import { checkEvidence } from '../../store/sqlite/evidence-check.ts';
import { verifyBackup } from '../../store/sqlite/make-backup.ts';
import { findPageFault } from '../../store/sqlite/page-check.ts';
import { type KeyRing, withConnection } from '../../store/sqlite/restore.ts';
import type { Acknowledged } from './writers.ts';

export interface Verdict {
  readonly tickets: number;
  /** Acknowledged changes that are not there. */
  readonly lost: number;
  /** Tickets of which a change is there by half: history, state and scan do not fit each other. */
  readonly torn: number;
  /** Chains that are broken, and trails that do not fit the heads or the backups. */
  readonly brokenChains: number;
  readonly isFileWhole: boolean;
  readonly badBackups: number;
}

interface TicketRow {
  readonly id: string;
  readonly number: number;
  readonly state: string;
}
interface EventRow {
  readonly at: number;
  readonly event: string;
}

/** Reads everything that is in a database after a crash, and compares it with what was acknowledged. */
export async function verify(file: string, keys: KeyRing, acknowledged: Acknowledged): Promise<Verdict> {
  const found = await withConnection(file, keys.keyHex, async (connection) => {
    const rows = connection.prepare('select id, number, state from tickets').all() as TicketRow[];
    const events = new Map(rows.map(({ id }) => [id, eventsOf(connection, id)]));
    const lost = [...acknowledged].filter(([id, { number, entries }]) => {
      const row = rows.find((one) => one.id === id);
      return row?.number !== number || (events.get(id)?.length ?? 0) < entries;
    });
    const { brokenTickets, brokenRecords } = checkChains(connection, null, Number.POSITIVE_INFINITY);
    const { forged, missingEntries } = await checkEvidence(connection, file, keys.keyHex);
    return {
      tickets: rows.length,
      lost: lost.length,
      torn: rows.filter((row) => isTorn(connection, row, events.get(row.id) ?? [])).length,
      brokenChains: brokenTickets.length + brokenRecords.length + forged.length + missingEntries,
      isFileWhole: findPageFault(connection) === null,
    };
  });
  return { ...found, badBackups: await countBadBackups(file, keys) };
}

function eventsOf(connection: Connection, ticketId: string): EventRow[] {
  return connection
    .prepare('select at, event from ticket_events where ticket_id = ? order by sequence')
    .all([ticketId]) as EventRow[];
}

/** The stored state must be what the history leads to, and an opened ticket has the scan it was opened with. */
function isTorn(connection: Connection, { id, state }: TicketRow, events: readonly EventRow[]): boolean {
  // The fold does not ask what agents wrote.
  const trail = events.map(({ at, event }) => ({
    at,
    event: putTogether({ eventJson: event, textJson: null }),
  }));
  const folded = replay(trail, () => smallPlaybook);
  const scans = connection.prepare('select count(*) from scans where ticket_id = ?').pluck().get([id]);
  return scans !== 1 || !isDeepStrictEqual(comparable(folded), comparable(JSON.parse(state)));
}

/** Without the situation, which a state of the first version does not have although its history tells some of it. */
function comparable(state: unknown): unknown {
  const { situation: _, ...rest } = ticketStateSchema.parse(state);
  return rest;
}

/** A file that has a backup's name must be a whole database. */
async function countBadBackups(file: string, keys: KeyRing): Promise<number> {
  const folder = backupFolderOf(file);
  let bad = 0;
  for (const { name } of listBackups(folder)) {
    const opens = [keys.keyHex, ...keys.formerKeys].map((key) =>
      verifyBackup(join(folder, name), key).then(
        () => true,
        () => false,
      ),
    );
    if (!(await Promise.all(opens)).includes(true)) bad += 1;
  }
  return bad;
}
