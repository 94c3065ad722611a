import type { RescueReport } from '../../../../core/contract/safety-calls.ts';
import type { Connection } from './connection.ts';
import { asCells, type Cells, copyByRowId, insertInto, isDamage } from './rescue-rows.ts';

/**
 * Copies what can be read of a damaged database into an empty one of the same form. A page whose bytes do not fit their
 * HMAC is not used: what comes over is what was written, what does not is lost.
 *
 * Histories come over ticket by ticket, up to the first entry that can not be read, so that their chains stay whole.
 */
export function rescueRows(source: Connection, target: Connection): RescueReport {
  // Before the transaction: within one this setting is ignored.
  target.pragma('foreign_keys = OFF');
  target.exec('begin');
  const feeding = stopFeed(target);
  const damaged: string[] = [];
  for (const table of tablesOf(source, target)) {
    const isWhole =
      table === 'ticket_events' ? copyHistories(source, target) : copyTable(source, target, table);
    if (!isWhole) damaged.push(table);
  }
  dropDanglingReferences(target);
  for (const statement of withoutTheirEntry) target.exec(statement);
  for (const trigger of feeding) target.exec(trigger);
  target.exec('commit');
  return {
    tickets: countOf(target, 'tickets'),
    customers: countOf(target, 'customers'),
    devices: countOf(target, 'devices'),
    lastTicketNumber: Number(target.prepare(`select coalesce(max(number), 0) from tickets`).pluck().get()),
    damagedTables: damaged,
  };
}

/**
 * Nobody follows the changes of a database that is being made, and there would be one for every row that is copied.
 *
 * @returns the triggers that are to be made again
 */
function stopFeed(target: Connection): string[] {
  const triggers = target
    .prepare(
      `select name, sql from sqlite_master where type = 'trigger' and name like 'feed\\_%' escape '\\'`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) target.exec(`drop trigger "${name}"`);
  return triggers.map(({ sql }) => sql);
}

/** What all trails were is made anew of what could be read; who followed the changes has to read all of it anyway. */
const notCopied: readonly string[] = ['records_head', 'changes', 'feed'];

/** What stands beside an entry that was lost: a later entry that gets its number would find the place taken. */
const withoutTheirEntry = [
  `delete from event_texts where not exists (
    select 1 from ticket_events e where e.ticket_id = event_texts.ticket_id and e.sequence = event_texts.sequence
  )`,
  `delete from record_details where not exists (
    select 1 from record_log l
    where l.kind = record_details.kind and l.record_id = record_details.record_id
      and l.sequence = record_details.sequence
  )`,
];

/**
 * Ordinary tables that both have. Records first; tables that nothing refers to come last, because triggers have counted
 * and indexed the records into some of them by then.
 */
function tablesOf(source: Connection, target: Connection): string[] {
  const ordinary = (target.pragma('table_list') as { name: string; type: string; schema: string }[])
    .filter(({ name, type, schema }) => schema === 'main' && type === 'table' && !isEngineTable(name))
    .map(({ name }) => name);
  // Only the list itself is asked of the damaged one: more would open its search indexes, which may be damaged too.
  const there = source.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
  const names = ordinary.filter((name) => !notCopied.includes(name) && there.includes(name));
  const references = new Map(names.map((name) => [name, referencesOf(target, name)]));
  const referred = new Set([...references.values()].flat());
  const isRecord = (name: string) => referred.has(name) || (references.get(name) ?? []).length > 0;
  return [...names.filter((name) => name !== 'ticket_events' && isRecord(name)), 'ticket_events'].concat(
    names.filter((name) => !isRecord(name)),
  );
}

function isEngineTable(name: string): boolean {
  return name.startsWith('sqlite_') || name.startsWith('kysely_');
}

function referencesOf(connection: Connection, table: string): string[] {
  return (connection.pragma(`foreign_key_list("${table}")`) as { table: string }[]).map((row) => row.table);
}

function copyTable(source: Connection, target: Connection, table: string): boolean {
  // Numbers that were handed out are never handed out again; whatever else is there already was counted by triggers.
  const insert = insertInto(target, table, table === 'sequences' ? 'replace' : 'ignore');
  if (hasRowId(target, table)) return copyByRowId(source, table, insert);
  try {
    for (const row of source.prepare(`select * from "${table}"`).iterate()) insert(asCells(row));
    return true;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

function hasRowId(connection: Connection, table: string): boolean {
  const row = connection.pragma('table_list') as { name: string; wr: number }[];
  return row.find(({ name }) => name === table)?.wr === 0;
}

function copyHistories(source: Connection, target: Connection): boolean {
  const insert = insertInto(target, 'ticket_events', 'ignore');
  const events = source.prepare('select * from ticket_events where ticket_id = ? order by sequence');
  let isWhole = true;
  for (const id of target.prepare('select id from tickets').pluck().all()) {
    try {
      const rows: Cells[] = [];
      for (const row of events.iterate([id])) rows.push(asCells(row));
      for (const row of rows) insert(row);
    } catch (error) {
      if (!isDamage(error)) throw error;
      isWhole = false;
    }
  }
  return isWhole;
}

/** A reference to a lost record is emptied; a row that makes no sense without it is left out. */
function dropDanglingReferences(target: Connection): void {
  const dangling = target.pragma('foreign_key_check') as {
    table: string;
    rowid: number | null;
    fkid: number;
  }[];
  for (const { table, rowid, fkid } of dangling) {
    if (rowid === null) continue;
    const keys = target.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[];
    const column = keys.find(({ id }) => id === fkid)?.from ?? '';
    const columns = target.pragma(`table_info("${table}")`) as {
      name: string;
      notnull: number;
      pk: number;
    }[];
    const isOptional = columns.some(({ name, notnull, pk }) => name === column && notnull === 0 && pk === 0);
    const statement = isOptional
      ? `update "${table}" set "${column}" = null where rowid = ?`
      : `delete from "${table}" where rowid = ?`;
    target.prepare(statement).run([rowid]);
  }
}

function countOf(connection: Connection, table: string): number {
  return Number(connection.prepare(`select count(*) from "${table}"`).pluck().get());
}
