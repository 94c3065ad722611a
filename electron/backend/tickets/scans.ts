import { CallError } from '../../../core/contract/errors.ts';
import type { ResetScan } from '../../../core/contract/ticket-calls.ts';
import { classifyPayload, resetHeaderLength, vendorFamilyOf } from '../../../core/qr/classify.ts';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import type { VendorFamily } from '../../../core/values.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import type { Work } from '../work/work.ts';
import { commit } from './ticket-commit.ts';

/** A scan whose payload was shown to be a reset QR. */
export interface CheckedScan extends ResetScan {
  readonly fingerprint: string;
}

/**
 * The renderer has classified the payload already; here it is done again, because what is stored must never be a label
 * with its secrets.
 *
 * @throws CallError `refused`
 */
export function checkScan(scan: ResetScan): CheckedScan {
  const reading = classifyPayload(scan.payload);
  if (reading.kind !== 'dahuaReset') throw new CallError('refused', 'This is not a password-reset QR code.');
  return { ...scan, payload: reading.payload, fingerprint: fingerprintOf(reading.payload) };
}

/** For the event: nothing where the header names no known family. */
export function vendorSeen(header: string): { readonly vendorFamily?: VendorFamily } {
  const vendorFamily = vendorFamilyOf(header);
  return vendorFamily === null ? {} : { vendorFamily };
}

/** Gives the ticket a scan. */
export async function storeScan(
  work: Work,
  ticket: TicketRecord,
  { fingerprint, payload, source, qrVersion, ecLevel, maskPattern, crop }: CheckedScan,
): Promise<TicketRecord> {
  const id = work.newId();
  const changed = await commit(work, ticket, {
    type: 'recordScan',
    scanId: id,
    fingerprint,
    source,
    ...vendorSeen(payload),
  });
  const record = {
    id,
    fingerprint,
    header: payload.slice(0, resetHeaderLength),
    source,
    qrVersion,
    ecLevel,
    maskPattern,
    payload,
    scannedAt: work.now,
  };
  await work.repositories.scans.insert(ticket.id, record, crop ?? null);
  return changed;
}
