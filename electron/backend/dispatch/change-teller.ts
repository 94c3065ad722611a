import type { Store } from '../store/ports/store.ts';
import type { Announcement } from '../work/work.ts';

/** Tells every window what has become of the records, part after part in the order of the store's feed. */
export class ChangeTeller {
  readonly #announce: (announcement: Announcement) => void;
  readonly #onBug: (error: unknown) => void;
  #following: { readonly store: Store; readonly stop: () => void; since: string } | null = null;
  #told: Promise<void> = Promise.resolve();

  constructor(announce: (announcement: Announcement) => void, onBug: (error: unknown) => void) {
    this.#announce = announce;
    this.#onBug = onBug;
  }

  /** From the present place on; a window that stands at an earlier one sees that by the first part. */
  async attach(store: Store): Promise<void> {
    const { cursor } = await store.changesSince(null);
    const stop = store.subscribe(() => {
      this.#told = this.#told.then(() => this.#tell()).catch(this.#onBug);
    });
    this.#following = { store, stop, since: cursor };
  }

  detach(): void {
    this.#following?.stop();
    this.#following = null;
  }

  /** Resolves when all is told that was heard of until now. */
  settled(): Promise<void> {
    return this.#told;
  }

  async #tell(): Promise<void> {
    const following = this.#following;
    if (following === null) return;
    const { store, since } = following;
    const part = await store.changesSince(since);
    if (part.cursor === since) return;
    following.since = part.cursor;
    this.#announce({ name: 'record.changed', payload: { since, ...part } });
  }
}
