import type { SearchHit } from '../../../core/contract/search-calls.ts';

/** The page that a hit opens. */
export function hitPath(hit: SearchHit): string {
  switch (hit.kind) {
    case 'customer':
      return `/customer/${hit.customerId}`;
    case 'device':
      return `/device/${hit.deviceId}`;
    case 'ticket':
    case 'note':
      return `/ticket/${hit.ticketId}`;
  }
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
