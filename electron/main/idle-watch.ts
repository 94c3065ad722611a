/** Often enough for minutes. */
export const LOOK_EVERY_MS = 5000;

export interface IdleWatchParts {
  /** Ms since anybody touched this computer, as far as it says. */
  readonly systemIdleMs: () => number;
  /** Something is under way that was asked for, such as an import. */
  readonly isWorking: () => boolean;
  /** Null while the desk does not lock itself. */
  readonly limitMs: () => number | null;
  readonly lock: () => void;
  /** Any clock that goes on evenly, ms. */
  readonly now: () => number;
}

/** Locks a desk that nobody sits at. A code that the armed camera reads, or an export under way, shows that somebody does. */
export class IdleWatch {
  readonly #parts: IdleWatchParts;
  #activeAt: number;

  constructor(parts: IdleWatchParts) {
    this.#parts = parts;
    this.#activeAt = parts.now();
  }

  /** Something was done at the desk. */
  noteActivity(): void {
    this.#activeAt = this.#parts.now();
  }

  /** To be called every {@link LOOK_EVERY_MS}. */
  look(): void {
    if (this.#parts.isWorking()) this.noteActivity();
    const limitMs = this.#parts.limitMs();
    if (limitMs === null) return;
    const idleMs = Math.min(this.#parts.systemIdleMs(), this.#parts.now() - this.#activeAt);
    if (idleMs >= limitMs) this.#parts.lock();
  }
}
