import type { Change } from '../../core/contract/change-calls.ts';
import type { Client } from '../../core/contract/client.ts';
import { client } from './client.ts';

/** @param changes null when all records may have changed */
type Listener = (changes: readonly Change[] | null) => void;

/**
 * Follows the feed of changes. Parts come by themselves while the backend runs; what was told while it was gone, or not told
 * because it ended before, is asked for from the place that this window has read to.
 */
export class RecordFeed {
  readonly #client: Client;
  readonly #listeners = new Set<Listener>();
  #cursor: string | null = null;
  #reading: Promise<void> = Promise.resolve();

  constructor(from: Client) {
    this.#client = from;
    from.on('record.changed', ({ since, cursor, changes }) => {
      const isBeforeFirstPlace = this.#cursor === null;
      return this.#read(async () => {
        if (this.#cursor === null || since === this.#cursor) {
          this.#cursor = cursor;
          return this.#tell(changes);
        }
        // The first place may lie behind this part, and what is on screen may have been read before it.
        if (isBeforeFirstPlace) this.#tell(changes);
        // A part that was asked for has brought it already, or there is one missing before it.
        return this.#ask();
      });
    });
    from.on('app.backendStateChanged', ({ state }) => {
      if (state === 'ready') void this.catchUp();
    });
    from.on('vault.changed', ({ state }) => {
      if (state === 'open') void this.catchUp();
    });
    void this.catchUp();
  }

  /** @returns the function that stops listening */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Asks for what may have been missed. */
  catchUp(): Promise<void> {
    return this.#read(() => this.#ask());
  }

  /** One after the other, so that no part overtakes another. */
  #read(part: () => Promise<void>): Promise<void> {
    // While the records are shut nobody reads them; their opening asks once more.
    this.#reading = this.#reading.then(part).catch(() => undefined);
    return this.#reading;
  }

  async #ask(): Promise<void> {
    const since = this.#cursor;
    const { cursor, changes } = await this.#client.call('record.listChanges', { since });
    this.#cursor = cursor;
    if (since !== null && since !== cursor) this.#tell(changes);
  }

  #tell(changes: readonly Change[] | null): void {
    for (const listener of [...this.#listeners]) listener(changes);
  }
}

export const recordFeed = new RecordFeed(client);
