import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type TicketEventRecord, ticketEventRecordSchema } from '../../../../core/contract/records.ts';
import { textKeys } from '../../../../core/search-key.ts';
import { chainStart, erasedSequences, linkHash } from '../../../../core/ticket/audit-chain.ts';
import {
  hasOwnWords,
  namesText,
  ownWords,
  putTogether,
  takeApart,
} from '../../../../core/ticket/kept-text.ts';
import type { TicketEvent } from '../../../../core/ticket/schema.ts';
import type { SequenceRange } from '../../../../core/ticket/take-back.ts';
import { findBrokenEvent } from '../../../../core/ticket/trail-check.ts';
import type { SearchRepository } from '../ports/search.ts';
import type { EventRef, HeldWords, TicketEventRepository } from '../ports/tickets.ts';
import type { Db } from './tables.ts';

/** More than one command looks at, less than memory notices. */
const trailsKept = 100;

/**
 * Lives as long as its transaction, in which nobody else writes: a trail is read once and kept, because the rules, the
 * projection and the answer of a command all look at the same ones.
 */
export class KyselyTicketEventRepository implements TicketEventRepository {
  readonly #db: Db;
  readonly #search: SearchRepository;
  readonly #kept = new Map<string, readonly TicketEventRecord[]>();

  constructor(db: Db, search: SearchRepository) {
    this.#db = db;
    this.#search = search;
  }

  async append(
    ticketId: string,
    events: readonly TicketEvent[],
    at: number,
    actor: string,
  ): Promise<SequenceRange> {
    if (events.length === 0) throw new Error('There is no event to append.');
    const last = await this.#db
      .selectFrom('ticket_events')
      .select(['sequence', 'hash'])
      .where('ticket_id', '=', ticketId)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    const firstSequence = (last?.sequence ?? 0) + 1;
    let previousHash = last?.hash ?? chainStart;
    const kept = events.map((event) => takeApart(event, randomBytes(16).toString('hex')));
    const rows = kept.map(({ eventJson }, index) => {
      const sequence = firstSequence + index;
      previousHash = linkHash(previousHash, { trailId: ticketId, sequence, at, actor, eventJson });
      return { ticket_id: ticketId, sequence, at, actor, event: eventJson, hash: previousHash };
    });
    await this.#db.insertInto('ticket_events').values(rows).execute();
    for (const [index, event] of events.entries())
      await this.#keepText(ticketId, firstSequence + index, event, kept[index]?.textJson ?? null);
    const trail = this.#kept.get(ticketId);
    if (trail !== undefined) {
      const added = rows.map((row, index) => recordOf({ ...row, content: kept[index]?.textJson ?? null }));
      this.#kept.set(ticketId, [...trail, ...added]);
    }
    return { fromSequence: firstSequence, toSequence: firstSequence + rows.length - 1 };
  }

  async #keepText(
    ticketId: string,
    sequence: number,
    event: TicketEvent,
    content: string | null,
  ): Promise<void> {
    if (content === null) return;
    await this.#db.insertInto('event_texts').values({ ticket_id: ticketId, sequence, content }).execute();
    if (event.type === 'noteAdded')
      await this.#search.addNote(ticketId, sequence, textKeys(ownWords(event) ?? ''));
  }

  findMany(refs: readonly EventRef[]): Promise<(TicketEvent | undefined)[]> {
    return findEvents(this.#db, refs);
  }

  async listOfTicket(ticketId: string): Promise<readonly TicketEventRecord[]> {
    return (await this.listOfTickets([ticketId])).get(ticketId) ?? [];
  }

  async listOfTickets(
    ticketIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly TicketEventRecord[]>> {
    const unread = ticketIds.filter((ticketId) => !this.#kept.has(ticketId));
    const read = unread.length === 0 ? new Map<string, TicketEventRecord[]>() : await this.readTrails(unread);
    const trails = new Map(
      ticketIds.map((ticketId) => [ticketId, this.#kept.get(ticketId) ?? read.get(ticketId) ?? []]),
    );
    for (const [ticketId, trail] of trails) this.#keep(ticketId, trail);
    return trails;
  }

  /** Whole trails from the database, all in one query. */
  async readTrails(ticketIds: readonly string[]): Promise<Map<string, TicketEventRecord[]>> {
    const trails = new Map<string, TicketEventRecord[]>();
    for (const row of await this.#rows(ticketIds).execute()) {
      const trail = trails.get(row.ticket_id) ?? [];
      trail.push(recordOf(row));
      trails.set(row.ticket_id, trail);
    }
    return trails;
  }

  #keep(ticketId: string, trail: readonly TicketEventRecord[]): void {
    this.#kept.set(ticketId, trail);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > trailsKept && oldest !== undefined) this.#kept.delete(oldest);
  }

  async listContradicting(limit: number): Promise<string[]> {
    // Written as in the partial index, so that it is used. Ids sort by time.
    const rows = await this.#db
      .selectFrom('ticket_events')
      .select('ticket_id')
      .distinct()
      .where(sql`substr(event, 1, 27)`, '=', '{"type":"limitContradicted"')
      .orderBy('ticket_id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ ticket_id }) => ticket_id);
  }

  async findBroken(ticketId: string): Promise<number | null> {
    const rows = await this.#rows([ticketId]).execute();
    return findBrokenEvent(
      ticketId,
      rows.map(({ event, content, ticket_id: _, ...link }) => ({
        ...link,
        eventJson: event,
        textJson: content,
      })),
    );
  }

  async takeTexts(ticketId: string, { fromSequence, toSequence }: SequenceRange): Promise<HeldWords[]> {
    const rows = await this.#removeTexts(ticketId, fromSequence, toSequence);
    return rows.map(({ sequence, content }) => ({ sequence, words: content }));
  }

  async listWithoutTexts(ticketId: string, { fromSequence, toSequence }: SequenceRange): Promise<number[]> {
    const rows = await this.#rows([ticketId]).execute();
    const erased = erasedSequences(rows.map(({ event }) => event));
    return rows
      .filter(({ event, content }) => content === null && namesText(event))
      .map(({ sequence }) => sequence)
      .filter((at) => fromSequence <= at && at <= toSequence && !erased.has(at));
  }

  async putTexts(ticketId: string, texts: readonly HeldWords[]): Promise<void> {
    for (const { sequence, words } of texts)
      await this.#db
        .insertInto('event_texts')
        .values({ ticket_id: ticketId, sequence, content: words })
        .execute();
    this.#kept.delete(ticketId);
  }

  async #removeTexts(ticketId: string, fromSequence: number, toSequence: number) {
    this.#kept.delete(ticketId);
    return this.#db
      .deleteFrom('event_texts')
      .where('ticket_id', '=', ticketId)
      .where('sequence', '>=', fromSequence)
      .where('sequence', '<=', toSequence)
      .returning(['sequence', 'content'])
      .execute();
  }

  async eraseTexts(ticketId: string): Promise<number[]> {
    const trail = await this.listOfTicket(ticketId);
    // A tag sorts tickets and stays with this one.
    const erased = trail
      .filter(({ event }) => event.type !== 'tagsChanged' && hasOwnWords(event))
      .map(({ sequence }) => sequence);
    for (const sequence of erased) await this.#removeTexts(ticketId, sequence, sequence);
    // Events of early versions hold the text themselves; see `findBrokenLink`.
    for (const [type, path] of [
      ['noteAdded', '$.text'],
      ['ownershipRecorded', '$.reason'],
    ] as const)
      await sql`update ticket_events set event = json_set(event, ${path}, null)
        where ticket_id = ${ticketId} and json_extract(event, '$.type') = ${type}
          and json_extract(event, ${path}) is not null`.execute(this.#db);
    await this.#search.removeNotes(ticketId);
    this.#kept.delete(ticketId);
    return erased;
  }

  #rows(ticketIds: readonly string[]) {
    return this.#db
      .selectFrom('ticket_events as e')
      .leftJoin('event_texts as t', (join) =>
        join.onRef('t.ticket_id', '=', 'e.ticket_id').onRef('t.sequence', '=', 'e.sequence'),
      )
      .select(['e.ticket_id', 'e.sequence', 'e.at', 'e.actor', 'e.event', 'e.hash', 't.content'])
      .where('e.ticket_id', 'in', ticketIds)
      .orderBy('e.ticket_id')
      .orderBy('e.sequence');
  }
}

type Row = Omit<TicketEventRecord, 'event'> & {
  /** JSON, without its text. */
  readonly event: string;
  /** JSON of the text beside it. */
  readonly content: string | null;
};

function recordOf({ sequence, at, actor, event, content, hash }: Row): TicketEventRecord {
  return ticketEventRecordSchema.parse({
    sequence,
    at,
    actor,
    event: putTogether({ eventJson: event, textJson: content }),
    hash,
  });
}

/** See `TicketEventRepository.findMany`. */
export async function findEvents(db: Db, refs: readonly EventRef[]): Promise<(TicketEvent | undefined)[]> {
  if (refs.length === 0) return [];
  const rows = await db
    .selectFrom('ticket_events as e')
    .leftJoin('event_texts as t', (join) =>
      join.onRef('t.ticket_id', '=', 'e.ticket_id').onRef('t.sequence', '=', 'e.sequence'),
    )
    .select(['e.ticket_id', 'e.sequence', 'e.event', 't.content'])
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('e.ticket_id', 'e.sequence'),
        'in',
        refs.map(({ ticketId, sequence }) => tuple(ticketId, sequence)),
      ),
    )
    .execute();
  return refs.map(({ ticketId, sequence }) => {
    const row = rows.find((stored) => stored.ticket_id === ticketId && stored.sequence === sequence);
    return row && putTogether({ eventJson: row.event, textJson: row.content });
  });
}
