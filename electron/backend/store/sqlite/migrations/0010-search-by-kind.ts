import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Full-text tables for each kind of record instead of two for all. To find the beginnings of words, FTS5 first gathers every
 * document that has one, and only then looks at the range of numbers that is asked for: a word that is in a hundred
 * thousand notes made the search among devices slow.
 */
export const searchByKind: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** 2^44; see migration 0003. */
const kindSize = 17_592_186_044_416;

/** First document number and the one after the last. Tickets have two kinds, closed and open. */
const kinds: readonly (readonly [name: string, from: number, to: number])[] = [
  ['customer', 1 * kindSize, 2 * kindSize],
  ['device', 2 * kindSize, 3 * kindSize],
  ['ticket', 3 * kindSize, 5 * kindSize],
  ['note', 5 * kindSize, 6 * kindSize],
];

const statements: readonly string[] = [
  'drop trigger search_docs_new',
  'drop trigger search_docs_gone',
  'drop trigger search_docs_changed',
  'drop table search_words',
  'drop table search_codes',
  ...kinds.flatMap(ofKind),
];

function ofKind([kind, from, to]: (typeof kinds)[number]): string[] {
  const [docs, words, codes] = [`search_${kind}_docs`, `search_${kind}_words`, `search_${kind}_codes`];
  const source = `content = '${docs}', content_rowid = 'doc', columnsize = 0`;
  const add = `insert into ${words} (rowid, words) values (new.doc, new.words);
    insert into ${codes} (rowid, codes) values (new.doc, new.codes);`;
  const take = `insert into ${words} (${words}, rowid, words) values ('delete', old.doc, old.words);
    insert into ${codes} (${codes}, rowid, codes) values ('delete', old.doc, old.codes);`;
  const isOfKind = (row: 'old' | 'new') => `${row}.doc >= ${from} and ${row}.doc < ${to}`;
  return [
    `create view ${docs} as select doc, words, codes from search_docs where doc >= ${from} and doc < ${to}`,
    `create virtual table ${words} using fts5 (
      words, ${source}, detail = 'none', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
    )`,
    `create virtual table ${codes} using fts5 (codes, ${source}, tokenize = 'trigram')`,
    // A forgotten customer is gone from the index at once, not when its parts are merged some day.
    ...[words, codes].flatMap((table) => [
      `insert into ${table} (${table}, rank) values ('secure-delete', 1)`,
      `insert into ${table} (${table}) values ('rebuild')`,
    ]),
    `create trigger search_${kind}_new after insert on search_docs when ${isOfKind('new')} begin ${add} end`,
    `create trigger search_${kind}_gone after delete on search_docs when ${isOfKind('old')} begin ${take} end`,
    // A document stays of its kind.
    `create trigger search_${kind}_changed after update on search_docs
      when ${isOfKind('old')} and (old.doc <> new.doc or old.words <> new.words or old.codes <> new.codes)
      begin ${take} ${add} end`,
  ];
}
