import { type Scan, scanSchema } from '../../../../core/contract/records.ts';
import type { ScanRepository } from '../ports/tickets.ts';
import type { Db } from './tables.ts';

export class KyselyScanRepository implements ScanRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(ticketId: string, scan: Omit<Scan, 'hasCrop'>, crop: Uint8Array | null): Promise<void> {
    await this.#db
      .insertInto('scans')
      .values({
        id: scan.id,
        ticket_id: ticketId,
        fingerprint: scan.fingerprint,
        header: scan.header,
        source: scan.source,
        qr_version: scan.qrVersion,
        ec_level: scan.ecLevel,
        mask_pattern: scan.maskPattern,
        payload: scan.payload,
        scanned_at: scan.scannedAt,
      })
      .execute();
    if (crop === null) return;
    await this.#db.insertInto('scan_crops').values({ scan_id: scan.id, image: crop }).execute();
  }

  async listOfTicket(ticketId: string): Promise<Scan[]> {
    const rows = await this.#db
      .selectFrom('scans')
      .leftJoin('scan_crops', 'scan_crops.scan_id', 'scans.id')
      .select([
        'id',
        'fingerprint',
        'header',
        'source',
        'qr_version as qrVersion',
        'ec_level as ecLevel',
        'mask_pattern as maskPattern',
        'payload',
        'scanned_at as scannedAt',
        'scan_crops.scan_id as cropOf',
      ])
      .where('ticket_id', '=', ticketId)
      .where('is_undone', '=', 0)
      .orderBy('scanned_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return scanSchema
      .array()
      .parse(rows.map(({ cropOf, ...scan }) => ({ ...scan, hasCrop: cropOf !== null })));
  }

  async findCrop(scanId: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const row = await this.#db
      .selectFrom('scan_crops')
      .select('image')
      .where('scan_id', '=', scanId)
      .executeTakeFirst();
    return row === undefined ? null : new Uint8Array(row.image);
  }

  async findTickets(
    fingerprint: string,
  ): Promise<{ ticketId: string; deviceId: string | null; isOpen: boolean }[]> {
    const rows = await this.#db
      .selectFrom('scans as s')
      .innerJoin('tickets as t', 't.id', 's.ticket_id')
      .select(['t.id as ticketId', 't.device_id as deviceId', 't.status'])
      .where('s.fingerprint', '=', fingerprint)
      .where('s.is_undone', '=', 0)
      .orderBy('s.scanned_at', 'desc')
      .orderBy('s.id', 'desc')
      .execute();
    return rows.map(({ status, ...row }) => ({ ...row, isOpen: status === 'open' }));
  }

  async move(scanIds: readonly string[], toTicketId: string): Promise<void> {
    if (scanIds.length === 0) return;
    await this.#db.updateTable('scans').set({ ticket_id: toTicketId }).where('id', 'in', scanIds).execute();
  }

  async markStanding(ticketId: string, standingIds: readonly string[]): Promise<void> {
    await this.#db
      .updateTable('scans')
      .set((eb) => ({
        is_undone:
          standingIds.length === 0 ? 1 : eb.case().when('id', 'in', standingIds).then(0).else(1).end(),
      }))
      .where('ticket_id', '=', ticketId)
      .execute();
  }

  async hasPayload(fingerprint: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('scans')
      .select('id')
      .where('fingerprint', '=', fingerprint)
      .where('payload', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  async purgePayloads(ticketId: string): Promise<void> {
    await this.#db
      .deleteFrom('scan_crops')
      .where('scan_id', 'in', (eb) => eb.selectFrom('scans').select('id').where('ticket_id', '=', ticketId))
      .execute();
    await this.#db
      .updateTable('scans')
      .set({ payload: null })
      .where('ticket_id', '=', ticketId)
      .where('payload', 'is not', null)
      .execute();
  }
}
