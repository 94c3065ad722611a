import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The feed: every change of what windows show, in order, written by triggers, so that no command can forget it. In a row is
 * what has changed and not how; who reads it takes the record as it is now. It takes the place of `change_seq`, which stood
 * in six tables for a reader that never came. Only the search index took an order from it, and has a counter of its own now.
 */
export const changes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    // Once the tables have the columns that they keep.
    for (const [table, told] of Object.entries(tables))
      for (const statement of feedTriggers(table, told, await columnsOf(db, table)))
        await sql.raw(statement).execute(db);
  },
};

async function columnsOf(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
  return rows.map(({ name }) => name);
}

/** 2^44; see migration 0003. */
const kindSize = 17_592_186_044_416;

const nextDoc = `update sequences set value = value + 1 where name = 'search'`;
const docOf = (kind: number) => `${kind * kindSize} + (select value from sequences where name = 'search')`;
const customerDoc = `${docOf(1)} as place, new.id as id, trim(new.search_key || ' ' || new.notes_key) as words, new.search_codes as codes`;
const deviceDoc = `${docOf(2)} as place, new.id as id, new.search_key as words, new.search_codes as codes`;

const renewTicketsOf = (column: string) => `update search_docs set (doc, words, codes) =
    (select v.doc, v.words, v.codes from ticket_docs v where v.record_id = search_docs.record_id)
  where record_id in (select id from tickets where ${column} = new.id);`;

/** What nobody has changed, as when keys are made by a new rule, keeps its place in the order of the last change. */
function searchTriggers(table: string, doc: string, keys: readonly string[], column: string): string[] {
  const isNew = keys.map((key) => `old.${key} <> new.${key}`).join(' or ');
  return [
    `drop trigger ${table}_search_new`,
    `drop trigger ${table}_search_changed`,
    `create trigger ${table}_search_new after insert on ${table}
      begin ${nextDoc}; insert into search_docs select ${doc}; end`,
    `create trigger ${table}_search_changed after update of ${keys.join(', ')} on ${table} when ${isNew}
      begin
        ${nextDoc} and new.version <> old.version;
        update search_docs set (doc, record_id, words, codes) =
          (select iif(new.version <> old.version, fresh.place, doc), fresh.id, fresh.words, fresh.codes
            from (select ${doc}) fresh)
          where record_id = new.id;
        ${renewTicketsOf(column)}
      end`,
  ];
}

type Told = Readonly<{
  kind: string;
  /** Of the row that a change is about; in a table that belongs to another record, that record's. */
  id: string;
  isPartOfOther?: boolean;
  /** Whether the record is gone by now, where its parts change after it is. */
  isGone?: string;
  /** Columns that nobody sees. A later migration that adds a column to such a table makes its trigger anew. */
  hidden?: readonly string[];
}>;

const tables: Readonly<Record<string, Told>> = {
  tickets: { kind: `'ticket'`, id: 'id', hidden: ['customer_order'] },
  ticket_events: { kind: `'ticket'`, id: 'ticket_id', isPartOfOther: true },
  event_texts: { kind: `'ticket'`, id: 'ticket_id', isPartOfOther: true },
  scans: { kind: `'ticket'`, id: 'ticket_id', isPartOfOther: true },
  ticket_alarms: { kind: `'alarm'`, id: 'ticket_id', isPartOfOther: true },
  attachments: { kind: `'attachment'`, id: 'id' },
  customers: { kind: `'customer'`, id: 'id', hidden: ['search_key', 'search_codes', 'notes_key'] },
  devices: { kind: `'device'`, id: 'id', hidden: ['search_key', 'search_codes'] },
  sites: { kind: `'site'`, id: 'id' },
  record_details: {
    kind: 'ROW.kind',
    id: 'record_id',
    isPartOfOther: true,
    isGone: ['customers', 'devices', 'sites']
      .map((table) => `not exists (select 1 from ${table} where id = ROW.record_id)`)
      .join(' and '),
  },
  message_templates: { kind: `'template'`, id: 'id' },
  settings_shared: { kind: `'deskSettings'`, id: 'name' },
  saved_views: { kind: `'view'`, id: 'id' },
  desk_log: { kind: `'deskLog'`, id: 'sequence' },
  procedure_decisions: { kind: `'playbook'`, id: 'digest' },
  demo_records: { kind: `'demo'`, id: 'record_id' },
};

function feedTriggers(
  table: string,
  { kind, id, isPartOfOther = false, isGone = '0', hidden = [] }: Told,
  columns: readonly string[],
): string[] {
  const tell = (row: 'old' | 'new', gone: string) =>
    `insert into changes (kind, id, gone) values (${[kind, `ROW.${id}`, gone].join(', ').replaceAll('ROW', row)});`;
  const seen = columns.filter((name) => !hidden.includes(name));
  const isSeen =
    hidden.length === 0 ? '' : `when ${seen.map((name) => `old.${name} is not new.${name}`).join(' or ')}`;
  // A row that goes over to another record is news of both.
  const former = isPartOfOther ? tell('old', isGone) : '';
  return [
    `create trigger feed_${table}_new after insert on ${table} begin ${tell('new', isGone)} end`,
    `create trigger feed_${table}_changed after update on ${table} ${isSeen} begin ${former} ${tell('new', isGone)} end`,
    `create trigger feed_${table}_gone after delete on ${table} begin ${tell('old', isPartOfOther ? isGone : '1')} end`,
  ];
}

const statements: readonly string[] = [
  `update sequences set name = 'search' where name = 'change'`,
  ...searchTriggers('customers', customerDoc, ['search_key', 'search_codes', 'notes_key'], 'customer_id'),
  ...searchTriggers('devices', deviceDoc, ['search_key', 'search_codes'], 'device_id'),
  ...['customers', 'sites', 'devices', 'tickets', 'message_templates', 'settings_shared'].map(
    (table) => `alter table ${table} drop column change_seq`,
  ),
  // An agent's commands are counted by themselves, so that two agents do not wait for each other.
  `create index done_commands_undone on done_commands (actor, undone_seq desc) where undone_seq is not null`,

  // The newest row is never removed, so a number is never given out twice.
  `create table changes (
    seq integer primary key, kind text not null, id text not null, gone integer not null
  ) strict`,
  // Which line of changes a place in it is of: other records that take the place of these have another.
  `create table feed (only integer primary key check (only = 1), line text not null) strict`,
  `insert into feed values (1, lower(hex(randomblob(8))))`,
];
