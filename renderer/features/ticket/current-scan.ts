import type { Scan, TicketDetails } from '../../../core/contract/records.ts';

/** The scan of the QR that is on the device's screen now; null before the first one and after "page refreshed". */
export function currentScan(ticket: TicketDetails): Scan | null {
  const { currentFingerprint } = ticket.state;
  return ticket.scans.find(({ fingerprint }) => fingerprint === currentFingerprint) ?? null;
}

/** Codes that were asked for with the QR of the request, or with the QR on the screen before a request. */
export function codesRequested({ state }: TicketDetails): number {
  const fingerprint = state.request?.fingerprint ?? state.currentFingerprint;
  return fingerprint === null ? 0 : (state.codesRequestedByFingerprint[fingerprint] ?? 0);
}
