import type { KeyProgress } from '../store/ports/search.ts';
import type { Store } from '../store/ports/store.ts';

/** So many at once that no call waits for long. */
const recordsPerStep = 200;

/** About ten minutes, at the pace of the backend's clock. */
const mostStepsPassed = 200;

/** Brings what records are found by up to date after the rule for it has changed, a little at a time between the calls. */
export class SearchRenewal {
  readonly #tell: () => void;
  #store: Store | null = null;
  #progress: KeyProgress | null = null;
  #failures = 0;
  #stepsToPass = 0;

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
    this.#failures = 0;
    this.#stepsToPass = 0;
  }

  detach(): void {
    this.#store = null;
    this.#progress = null;
  }

  /** One step; answers whether more are to follow. One that fails is tried again, later each time. */
  async step(): Promise<boolean> {
    const store = this.#store;
    if (store === null) return false;
    if (this.#stepsToPass > 0) {
      this.#stepsToPass -= 1;
      return false;
    }
    const progress = await this.#renew(store);
    // Closed meanwhile: this is not about what is open now.
    if (this.#store !== store) return false;
    if (progress === null) this.#store = null;
    const isNews = percent(progress) !== percent(this.#progress);
    this.#progress = progress;
    if (isNews) this.#tell();
    return progress !== null;
  }

  async #renew(store: Store): Promise<KeyProgress | null> {
    try {
      const progress = await store.transact(({ search }) => search.renewKeys(recordsPerStep));
      this.#failures = 0;
      return progress;
    } catch (error) {
      this.#stepsToPass = Math.min(2 ** this.#failures - 1, mostStepsPassed);
      this.#failures += 1;
      throw error;
    }
  }
}

function percent(progress: KeyProgress | null): number | null {
  return progress === null ? null : Math.floor((100 * progress.done) / Math.max(1, progress.total));
}
