import { type RawBuilder, sql } from 'kysely';
import { CallError } from '../../../../core/contract/errors.ts';
import type { SearchKeys } from '../../../../core/search-key.ts';
import { isCodeTerm } from '../../../../core/search-text.ts';
import type { Db } from '../kysely/tables.ts';
import type { KeyProgress, SearchHit, SearchPage, SearchRepository, SearchScope } from '../ports/search.ts';
import { renewKeys } from './key-renewal.ts';
import { type SearchKind, searchTable } from './search-tables.ts';

/** 2^44; the documents of each kind are numbered from a multiple of it. See migration 0003. */
const kindSize = 2 ** 44;

/** Where a scope is searched, and which numbers it has, in multiples of `kindSize`. Open tickets stand above closed ones. */
const scopes: Readonly<
  Record<SearchScope, { readonly kind: SearchKind; readonly from: number; readonly to: number }>
> = {
  customer: { kind: 'customer', from: 1, to: 2 },
  device: { kind: 'device', from: 2, to: 3 },
  ticket: { kind: 'ticket', from: 3, to: 5 },
  closedTicket: { kind: 'ticket', from: 3, to: 4 },
  openTicket: { kind: 'ticket', from: 4, to: 5 },
  note: { kind: 'note', from: 5, to: 6 },
};

/** How many matches of the rarer kind of term are tried against the others; beyond that the newest ones have to do. */
const maxTried = 20_000;

/** The same where only whole words have to be left out, which an earlier rank has shown. */
const maxSkipped = 2000;

/** Documents of a kind, from a number and up to but without another. */
type Range = { readonly kind: SearchKind; readonly from: number; readonly to: number };
type Wanted = { readonly range: Range; readonly limit: number };

/** Rank 0 has all terms as whole words; within a rank the highest document comes first. */
type Place = { readonly rank: 0 | 1; readonly doc: number };
type Found = Place & { readonly recordId: string };

/**
 * Reads the full-text tables, two for each kind of record; triggers keep them. Numbers are written into the
 * statements, because the addon would bind them as fractions, which the full-text tables do not take for a range.
 */
export class SqliteSearchRepository implements SearchRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(page: SearchPage): Promise<SearchHit[]> {
    const found = await this.#find(page, page.after === null ? null : placeOf(page.after));
    return found.map(({ recordId, rank, doc }) => ({ recordId, cursor: `${rank}-${doc}` }));
  }

  async findTicketNumbers(terms: readonly string[], isOpen: boolean, limit: number): Promise<number[]> {
    const found = await this.#find({ scope: isOpen ? 'openTicket' : 'closedTicket', terms, limit }, null);
    return found.map(({ doc }) => doc % kindSize);
  }

  async #find({ scope, terms, limit }: Omit<SearchPage, 'after'>, after: Place | null): Promise<Found[]> {
    if (terms.length === 0) return [];
    const hits: Found[] = [];
    for (const rank of [0, 1] as const) {
      if (hits.length >= limit || (after?.rank ?? 0) > rank) continue;
      const before = after?.rank === rank ? after.doc : null;
      const wanted = { range: rangeOf(scope, before), limit: limit - hits.length };
      const docs =
        rank === 0
          ? matching('words', wholeWords(terms), wanted)
          : beginningsAndParts(terms, wanted, after === null ? hits.length : maxSkipped);
      if (docs !== null) hits.push(...(await this.#read(docs, rank)));
    }
    return hits;
  }

  async addNote(ticketId: string, sequence: number, { words, codes }: SearchKeys): Promise<void> {
    await sql`update sequences set value = value + 1 where name = 'search'`.execute(this.#db);
    await sql`insert into search_docs select ${literal(scopes.note.from * kindSize)} + value,
      ${`${ticketId}:${sequence}`}, ${words}, ${codes} from sequences where name = 'search'`.execute(
      this.#db,
    );
  }

  async removeNote(ticketId: string, sequence: number): Promise<void> {
    await sql`delete from search_docs where record_id = ${`${ticketId}:${sequence}`}`.execute(this.#db);
  }

  async removeNotes(ticketId: string): Promise<void> {
    // The colon and the semicolon behind it: everything that is numbered within the ticket.
    await sql`delete from search_docs
      where record_id > ${`${ticketId}:`} and record_id < ${`${ticketId};`}`.execute(this.#db);
  }

  renewKeys(limit: number): Promise<KeyProgress | null> {
    return renewKeys(this.#db, limit);
  }

  async #read(docs: RawBuilder<unknown>, rank: 0 | 1): Promise<Found[]> {
    const { rows } = await sql<{ doc: number; recordId: string }>`
      select d.doc, d.record_id as recordId from (${docs}) as found
      cross join search_docs as d on d.doc = found.doc order by d.doc desc`.execute(this.#db);
    return rows.map((row) => ({ ...row, rank }));
  }
}

/** Whole words are rank 0 and left out here. `skipped`: how many of those there may be among the matches. */
function beginningsAndParts(
  terms: readonly string[],
  { range, limit }: Wanted,
  skipped: number,
): RawBuilder<unknown> | null {
  const codes = terms.filter(isCodeTerm);
  const words = terms.filter((term) => !isCodeTerm(term));
  const beginnings = words.map(beginning).join(' AND ');
  const whole = wholeWords(terms);
  if (codes.length === 0)
    return beginnings === whole
      ? null
      : matching('words', `(${beginnings}) NOT (${whole})`, { range, limit });
  const isWordsRarer = words.some((term) => term.length > 3) && codes.every((term) => term.length < 5);
  const tried = words.length === 0 ? limit + skipped : maxTried;
  const candidates = isWordsRarer
    ? matching('words', beginnings, { range, limit: tried })
    : matching('codes', wholeWords(codes), { range, limit: tried });
  return sql`select d.doc from (${candidates}) as c cross join search_docs as d on d.doc = c.doc
    where ${fits(words, codes)} and not ${isWhole(terms)} order by d.doc desc limit ${literal(limit)}`;
}

function matching(
  column: 'words' | 'codes',
  expression: string,
  { range, limit }: Wanted,
): RawBuilder<unknown> {
  const table = sql.table(searchTable(range.kind, column));
  return sql`select rowid as doc from ${table} where ${table} match ${expression}
    and rowid >= ${literal(range.from)} and rowid < ${literal(range.to)} order by rowid desc limit ${literal(limit)}`;
}

function wholeWords(terms: readonly string[]): string {
  return terms.map((term) => `"${term}"`).join(' AND ');
}

/** One letter begins too many words to be worth looking for. */
function beginning(term: string): string {
  return term.length === 1 ? `"${term}"` : `"${term}"*`;
}

function fits(words: readonly string[], codes: readonly string[]): RawBuilder<unknown> {
  const tests = [
    ...words.map(
      (term) => sql`instr(' ' || d.words || ' ', ${term.length === 1 ? ` ${term} ` : ` ${term}`})`,
    ),
    ...codes.map((term) => sql`instr(d.codes, ${term})`),
  ];
  return sql`(${sql.join(tests, sql` and `)})`;
}

function isWhole(terms: readonly string[]): RawBuilder<unknown> {
  const tests = terms.map((term) => sql`instr(' ' || d.words || ' ', ${` ${term} `})`);
  return sql`(${sql.join(tests, sql` and `)})`;
}

function rangeOf(scope: SearchScope, before: number | null): Range {
  const { kind, from, to } = scopes[scope];
  return { kind, from: from * kindSize, to: before ?? to * kindSize };
}

/** @throws CallError `invalid_input` */
function placeOf(cursor: string): Place {
  const [, rank, doc] = /^([01])-(\d{1,15})$/.exec(cursor) ?? [];
  if (doc === undefined) throw new CallError('invalid_input', 'This is no place in what was found.');
  return { rank: rank === '0' ? 0 : 1, doc: Number(doc) };
}

function literal(integer: number): RawBuilder<unknown> {
  return sql.raw(String(Math.trunc(integer)));
}
