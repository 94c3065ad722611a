import type { KeyProgress } from '../store/ports/search.ts';
import type { Store } from '../store/ports/store.ts';

/** So many at once that no call waits for long. */
const recordsPerStep = 200;

/** Brings what records are found by up to date after the rule for it has changed, a little at a time between the calls. */
export class SearchRenewal {
  readonly #tell: () => void;
  #store: Store | null = null;
  #progress: KeyProgress | null = null;

  /** @param tell called whenever another percent is done */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Null while nothing is left to do. */
  get progress(): KeyProgress | null {
    return this.#progress;
  }

  attach(store: Store): void {
    this.#store = store;
  }

  detach(): void {
    this.#store = null;
    this.#progress = null;
  }

  /** One step; answers whether more are to follow. One that fails is tried again when the database is opened again. */
  async step(): Promise<boolean> {
    const store = this.#store;
    if (store === null) return false;
    this.#store = null;
    const progress = await store.transact(({ search }) => search.renewKeys(recordsPerStep));
    if (progress !== null) this.#store = store;
    const isNews = percent(progress) !== percent(this.#progress);
    this.#progress = progress;
    if (isNews) this.#tell();
    return progress !== null;
  }
}

function percent(progress: KeyProgress | null): number | null {
  return progress === null ? null : Math.floor((100 * progress.done) / Math.max(1, progress.total));
}
