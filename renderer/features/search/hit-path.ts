import type { SearchHit } from '../../../core/contract/search-calls.ts';

/** Where a hit leads; null for a customer or device without a ticket, which has no page of its own. */
export function hitPath(hit: SearchHit): string | null {
  return hit.ticketId === null ? null : `/ticket/${hit.ticketId}`;
}

export function hitKey(hit: SearchHit): string {
  switch (hit.kind) {
    case 'customer':
      return hit.customerId;
    case 'device':
      return hit.deviceId;
    case 'ticket':
      return hit.ticketId;
    case 'note':
      return `${hit.ticketId}:${hit.text.text}`;
  }
}
