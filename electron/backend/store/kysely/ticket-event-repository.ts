import { type TicketEventRecord, ticketEventRecordSchema } from '../../../../core/contract/records.ts';
import { textKeys } from '../../../../core/search-key.ts';
import { chainStart, findBrokenLink, linkHash } from '../../../../core/ticket/audit-chain.ts';
import { type TicketEvent, ticketEventSchema } from '../../../../core/ticket/schema.ts';
import type { SequenceRange } from '../../../../core/ticket/take-back.ts';
import type { EventRef, SearchRepository, TicketEventRepository } from '../ports.ts';
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
    const rows = events.map((event, index) => {
      const sequence = firstSequence + index;
      const link = { trailId: ticketId, sequence, at, actor, eventJson: JSON.stringify(event) };
      previousHash = linkHash(previousHash, link);
      return { ticket_id: ticketId, sequence, at, actor, event: link.eventJson, hash: previousHash };
    });
    await this.#db.insertInto('ticket_events').values(rows).execute();
    for (const [index, event] of events.entries()) {
      const sequence = firstSequence + index;
      if (event.type === 'noteAdded') await this.#search.addNote(ticketId, sequence, textKeys(event.text));
    }
    return { fromSequence: firstSequence, toSequence: firstSequence + rows.length - 1 };
  }

  async findMany(refs: readonly EventRef[]): Promise<(TicketEvent | undefined)[]> {
    if (refs.length === 0) return [];
    const rows = await this.#db
      .selectFrom('ticket_events')
      .select(['ticket_id', 'sequence', 'event'])
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('ticket_id', 'sequence'),
          'in',
          refs.map(({ ticketId, sequence }) => tuple(ticketId, sequence)),
        ),
      )
      .execute();
    return refs.map(({ ticketId, sequence }) => {
      const row = rows.find((stored) => stored.ticket_id === ticketId && stored.sequence === sequence);
      return row && ticketEventSchema.parse(JSON.parse(row.event));
    });
  }

  async listOfTicket(ticketId: string): Promise<TicketEventRecord[]> {
    const rows = await this.#rows(ticketId);
    return rows.map(({ sequence, at, actor, event, hash }) =>
      ticketEventRecordSchema.parse({ sequence, at, actor, event: JSON.parse(event), hash }),
    );
  }

  async findBroken(ticketId: string): Promise<number | null> {
    const rows = await this.#rows(ticketId);
    return findBrokenLink(rows.map(({ event, ...row }) => ({ ...row, trailId: ticketId, eventJson: event })));
  }

  #rows(ticketId: string) {
    return this.#db
      .selectFrom('ticket_events')
      .select(['sequence', 'at', 'actor', 'event', 'hash'])
      .where('ticket_id', '=', ticketId)
      .orderBy('sequence')
      .execute();
  }
}
