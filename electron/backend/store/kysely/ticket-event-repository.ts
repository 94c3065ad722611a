import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type TicketEventRecord, ticketEventRecordSchema } from '../../../../core/contract/records.ts';
import { textKeys } from '../../../../core/search-key.ts';
import { chainStart, linkHash } from '../../../../core/ticket/audit-chain.ts';
import { ownWords, putTogether, takeApart } from '../../../../core/ticket/kept-text.ts';
import type { TicketEvent } from '../../../../core/ticket/schema.ts';
import type { SequenceRange } from '../../../../core/ticket/take-back.ts';
import { findBrokenEvent } from '../../../../core/ticket/trail-check.ts';
import type { SearchRepository } from '../ports/search.ts';
import type { EventRef, TicketEventRepository } from '../ports/tickets.ts';
import type { Db } from './tables.ts';

export class KyselyTicketEventRepository implements TicketEventRepository {
  readonly #db: Db;
  readonly #search: SearchRepository;

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

  async findMany(refs: readonly EventRef[]): Promise<(TicketEvent | undefined)[]> {
    if (refs.length === 0) return [];
    const rows = await this.#db
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

  async listOfTicket(ticketId: string): Promise<TicketEventRecord[]> {
    const rows = await this.#rows(ticketId).execute();
    return rows.map(({ sequence, at, actor, event, content, hash }) =>
      ticketEventRecordSchema.parse({
        sequence,
        at,
        actor,
        event: putTogether({ eventJson: event, textJson: content }),
        hash,
      }),
    );
  }

  async findBroken(ticketId: string): Promise<number | null> {
    const rows = await this.#rows(ticketId).execute();
    return findBrokenEvent(
      ticketId,
      rows.map(({ event, content, ...link }) => ({ ...link, eventJson: event, textJson: content })),
    );
  }

  async eraseTexts(ticketId: string): Promise<number[]> {
    const trail = await this.listOfTicket(ticketId);
    const erased = trail.filter(({ event }) => ownWords(event) !== null).map(({ sequence }) => sequence);
    await this.#db.deleteFrom('event_texts').where('ticket_id', '=', ticketId).execute();
    // Events of early versions hold the text themselves; see `findBrokenLink`.
    for (const [type, path] of [
      ['noteAdded', '$.text'],
      ['ownershipRecorded', '$.reason'],
    ] as const)
      await sql`update ticket_events set event = json_set(event, ${path}, null)
        where ticket_id = ${ticketId} and json_extract(event, '$.type') = ${type}
          and json_extract(event, ${path}) is not null`.execute(this.#db);
    await this.#search.removeNotes(ticketId);
    return erased;
  }

  #rows(ticketId: string) {
    return this.#db
      .selectFrom('ticket_events as e')
      .leftJoin('event_texts as t', (join) =>
        join.onRef('t.ticket_id', '=', 'e.ticket_id').onRef('t.sequence', '=', 'e.sequence'),
      )
      .select(['e.sequence', 'e.at', 'e.actor', 'e.event', 'e.hash', 't.content'])
      .where('e.ticket_id', '=', ticketId)
      .orderBy('e.sequence');
  }
}
