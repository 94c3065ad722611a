import { type Attachment, attachmentSchema } from '../../../../core/ticket/attachment.ts';
import type { AttachmentRepository, NewAttachment } from '../ports/in-out.ts';
import type { Db } from './tables.ts';

/** Small against what a rescue reads at once, large against a row's own cost. */
const partBytes = 256 * 1024;

const columns = ['id', 'name', 'size_bytes as sizeBytes', 'added_at as addedAt', 'actor'] as const;

export class KyselyAttachmentRepository implements AttachmentRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert({ content, ticketId, digest, ...attachment }: NewAttachment): Promise<void> {
    const { id, name, sizeBytes, addedAt, actor } = attachment;
    await this.#db
      .insertInto('attachments')
      .values({ id, ticket_id: ticketId, name, size_bytes: sizeBytes, digest, added_at: addedAt, actor })
      .execute();
    for (let part = 0; part * partBytes < content.length; part += 1) {
      const piece = content.subarray(part * partBytes, (part + 1) * partBytes);
      await this.#db
        .insertInto('attachment_parts')
        .values({ attachment_id: id, part, content: piece })
        .execute();
    }
  }

  async find(id: string): Promise<(Attachment & { readonly ticketId: string }) | null> {
    const row = await this.#db
      .selectFrom('attachments')
      .select([...columns, 'ticket_id as ticketId'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    const { ticketId, ...attachment } = row;
    return { ...attachmentSchema.parse(attachment), ticketId };
  }

  async listOfTicket(ticketId: string): Promise<Attachment[]> {
    const rows = await this.#db
      .selectFrom('attachments')
      .select(columns)
      .where('ticket_id', '=', ticketId)
      .orderBy('added_at')
      .orderBy('id')
      .execute();
    return attachmentSchema.array().parse(rows);
  }

  async readContent(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const parts = await this.#db
      .selectFrom('attachment_parts')
      .select('content')
      .where('attachment_id', '=', id)
      .orderBy('part')
      .execute();
    return new Uint8Array(Buffer.concat(parts.map(({ content }) => content)));
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('attachment_parts').where('attachment_id', '=', id).execute();
    await this.#db.deleteFrom('attachments').where('id', '=', id).execute();
  }

  async listOutlived(closedBefore: number, limit: number): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('attachments as a')
      .innerJoin('tickets as t', 't.id', 'a.ticket_id')
      .select('a.id')
      .where('t.status', '=', 'closed')
      .where('t.closed_at', '<', closedBefore)
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  }
}
