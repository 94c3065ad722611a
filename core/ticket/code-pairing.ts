import type { TicketEvent, TicketState } from './schema.ts';

/** Which QR of the ticket the code belongs to that is waited for or being entered. */
export interface CodePairing {
  /** 1 for the first QR that was scanned in this ticket. */
  readonly qrNumber: number;
  /** The QR on the device's screen now; null when none was scanned since the page was refreshed. */
  readonly qrNumberNow: number | null;
  /** A newer QR was scanned since: the device may take no code of the earlier one. */
  readonly isOfEarlierQr: boolean;
  /** Codes were asked for with other QRs too, so a mail that arrives may carry one of those. */
  readonly hasOtherCodes: boolean;
}

/**
 * Pairs the current request with its QR. Null when no code is asked for, or in a way that needs no QR.
 *
 * @param events the ticket's events, oldest first; the numbers are the order in which its QRs were first scanned
 */
export function codePairing(state: TicketState, events: readonly TicketEvent[]): CodePairing | null {
  const { request, currentFingerprint } = state;
  if (request === null || request.fingerprint === null) return null;
  const scanned = events.flatMap((event) => (event.type === 'scanRecorded' ? [event.fingerprint] : []));
  const known = [...new Set([...scanned, request.fingerprint])];
  const numberOf = (fingerprint: string) => known.indexOf(fingerprint) + 1;
  const others = Object.keys(state.codesRequestedByFingerprint).filter(
    (fingerprint) => fingerprint !== request.fingerprint,
  );
  return {
    qrNumber: numberOf(request.fingerprint),
    qrNumberNow: currentFingerprint === null ? null : numberOf(currentFingerprint),
    isOfEarlierQr: currentFingerprint !== null && currentFingerprint !== request.fingerprint,
    hasOtherCodes: others.length > 0,
  };
}
