import type { Change } from '../../../../core/contract/change-calls.ts';

/** What has changed since a place in the feed. */
export interface FeedPart {
  /** Where to read on; only the store that gave it understands it. */
  readonly cursor: string;
  /**
   * Each record once, whatever happened to it. Null when all may have changed: there is too much to name, or the place
   * is too old, or of other records.
   */
  readonly changes: Change[] | null;
}

/** Every change of what windows show, as durable as the change itself. */
export interface ChangeFeed {
  /** @param cursor null for no more than the present place */
  changesSince(cursor: string | null): Promise<FeedPart>;
  /**
   * @param listener called after a change became durable; it says no more than that there is one
   * @returns the function that stops listening
   */
  subscribe(listener: () => void): () => void;
}
