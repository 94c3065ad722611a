import type { SearchHit } from '../../../core/contract/search-calls.ts';

/** Which record something is about, and nothing of what it says: it may be erased or merged before it is shown again. */
export type RecordRef = {
  readonly kind: 'record';
  readonly record: 'customer' | 'device' | 'ticket';
  readonly id: string;
};

/** The record that a hit opens; a note opens its ticket. */
export function refOf(hit: SearchHit): RecordRef {
  switch (hit.kind) {
    case 'customer':
      return { kind: 'record', record: 'customer', id: hit.customerId };
    case 'device':
      return { kind: 'record', record: 'device', id: hit.deviceId };
    case 'ticket':
    case 'note':
      return { kind: 'record', record: 'ticket', id: hit.ticketId };
  }
}

/** The page that a hit opens. */
export function hitPath(hit: SearchHit): string {
  const { record, id } = refOf(hit);
  return `/${record}/${id}`;
}

/** Tells a hit from all others: a ticket can have several notes. */
export function hitKey(hit: SearchHit): string {
  const { id } = refOf(hit);
  return hit.kind === 'note' ? `${id}:${hit.text.text}` : id;
}
