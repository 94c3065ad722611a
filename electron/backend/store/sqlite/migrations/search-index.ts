import { type Kysely, sql } from 'kysely';

/**
 * The search index of migration 0003, frozen with it. `search_docs` holds what a record is found by; both full-text tables keep no text of their own and
 * read it from there. Triggers keep all of it in step with the records, whoever writes them.
 *
 * A document's number is its kind and, below that, what its kind is sorted by: the last change, or the ticket's number.
 * So the newest match is the first that the index finds, and open tickets come before closed ones.
 *
 * What records are found by is not made here: that rule changes, and a migration does not. See `KeyRenewal`.
 */
export async function addSearch(db: Kysely<unknown>): Promise<void> {
  const statements = [...keyColumns, ...tables, ...firstDocs, ...indexTriggers, ...recordTriggers];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await enterNotes(db);
}

/** 2^44: far more records than a desk ever has, and five kinds of them are still exact in JavaScript. */
const kindSize = 17_592_186_044_416;
const docOf = (kind: number, place: string) => `${kind * kindSize} + ${place}`;

const keyColumns: readonly string[] = [
  `alter table customers add column search_codes text not null default ''`,
  `alter table customers add column notes_key text not null default ''`,
  `alter table devices add column search_codes text not null default ''`,
];

/** Of a customer's two columns for words, tickets are found by the first only. */
const customerDoc = (row: string) =>
  `select ${docOf(1, `${row}.change_seq`)}, ${row}.id, trim(${row}.search_key || ' ' || ${row}.notes_key), ${row}.search_codes`;
const deviceDoc = (row: string) =>
  `select ${docOf(2, `${row}.change_seq`)}, ${row}.id, ${row}.search_key, ${row}.search_codes`;

const tables: readonly string[] = [
  `create table search_docs (
    doc integer primary key, record_id text not null unique, words text not null, codes text not null
  ) strict`,
  `create view ticket_docs (doc, record_id, words, codes) as
    select iif(t.status = 'open', ${4 * kindSize}, ${3 * kindSize}) + t.number, t.id,
      trim(t.number || ' ' || coalesce(c.search_key || ' ', '') || coalesce(d.search_key, '')),
      trim(t.number || ' ' || coalesce(c.search_codes || ' ', '') || coalesce(d.search_codes, ''))
    from tickets t left join customers c on c.id = t.customer_id left join devices d on d.id = t.device_id`,
  `create virtual table search_words using fts5 (
    words, content = 'search_docs', content_rowid = 'doc', detail = 'none', columnsize = 0, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0'
  )`,
  `create virtual table search_codes using fts5 (
    codes, content = 'search_docs', content_rowid = 'doc', columnsize = 0, tokenize = 'trigram'
  )`,
  // A forgotten customer is gone from the index at once, not when its parts are merged some day.
  `insert into search_words (search_words, rank) values ('secure-delete', 1)`,
  `insert into search_codes (search_codes, rank) values ('secure-delete', 1)`,
];

const firstDocs: readonly string[] = [
  `insert into search_docs ${customerDoc('customers')} from customers`,
  `insert into search_docs ${deviceDoc('devices')} from devices`,
  `insert into search_docs select * from ticket_docs`,
  `insert into search_words (search_words) values ('rebuild')`,
  `insert into search_codes (search_codes) values ('rebuild')`,
];

const addToIndex = `insert into search_words (rowid, words) values (new.doc, new.words);
  insert into search_codes (rowid, codes) values (new.doc, new.codes);`;
const takeFromIndex = `insert into search_words (search_words, rowid, words) values ('delete', old.doc, old.words);
  insert into search_codes (search_codes, rowid, codes) values ('delete', old.doc, old.codes);`;

const indexTriggers: readonly string[] = [
  `create trigger search_docs_new after insert on search_docs begin ${addToIndex} end`,
  `create trigger search_docs_gone after delete on search_docs begin ${takeFromIndex} end`,
  `create trigger search_docs_changed after update on search_docs
    when old.doc <> new.doc or old.words <> new.words or old.codes <> new.codes
    begin ${takeFromIndex} ${addToIndex} end`,
];

const renewTicket = (which: string) => `update search_docs set (doc, words, codes) =
    (select v.doc, v.words, v.codes from ticket_docs v where v.record_id = search_docs.record_id)
  where record_id in (select id from tickets where ${which});`;
const renew = (doc: string) =>
  `update search_docs set (doc, record_id, words, codes) = (${doc}) where record_id = new.id;`;

const recordTriggers: readonly string[] = [
  `create trigger customers_search_new after insert on customers
    begin insert into search_docs ${customerDoc('new')}; end`,
  `create trigger customers_search_changed after update of search_key, search_codes, notes_key on customers
    when old.search_key <> new.search_key or old.search_codes <> new.search_codes or old.notes_key <> new.notes_key
    begin ${renew(customerDoc('new'))} ${renewTicket('customer_id = new.id')} end`,
  `create trigger customers_search_gone after delete on customers
    begin delete from search_docs where record_id = old.id; end`,
  `create trigger devices_search_new after insert on devices
    begin insert into search_docs ${deviceDoc('new')}; end`,
  `create trigger devices_search_changed after update of search_key, search_codes on devices
    when old.search_key <> new.search_key or old.search_codes <> new.search_codes
    begin ${renew(deviceDoc('new'))} ${renewTicket('device_id = new.id')} end`,
  `create trigger devices_search_gone after delete on devices
    begin delete from search_docs where record_id = old.id; end`,
  `create trigger tickets_search_new after insert on tickets
    begin insert into search_docs select * from ticket_docs where record_id = new.id; end`,
  `create trigger tickets_search_changed after update of status, customer_id, device_id on tickets
    when old.status <> new.status or old.customer_id is not new.customer_id or old.device_id is not new.device_id
    begin ${renewTicket('id = new.id')} end`,
  // The notes of a ticket are "ticket:sequence", so they stand between these two.
  `create trigger tickets_search_gone after delete on tickets
    begin
      delete from search_docs where record_id = old.id or (record_id > old.id || ':' and record_id < old.id || ';');
    end`,
];

async function enterNotes(db: Kysely<unknown>): Promise<void> {
  const notes = await sql<{ ticket_id: string; sequence: number }>`
    select ticket_id, sequence from ticket_events
    where json_extract(event, '$.type') = 'noteAdded' order by at`.execute(db);
  for (const { ticket_id, sequence } of notes.rows) {
    await sql`update sequences set value = value + 1 where name = 'change'`.execute(db);
    await sql`insert into search_docs select ${sql.raw(docOf(5, 'value'))}, ${`${ticket_id}:${sequence}`}, '', ''
      from sequences where name = 'change'`.execute(db);
  }
}
