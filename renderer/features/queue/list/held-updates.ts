/** Long enough that the events of one command are one update. */
const TOGETHER_MS = 120;

/**
 * Keeps rows still under the pointer: while the agent is at the list, what changes elsewhere is only counted, and applied
 * once the agent has left it or asks for it.
 */
export class HeldUpdates {
  readonly #apply: () => void;
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Set<string>();
  #isHeld = false;
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(apply: () => void) {
    this.#apply = apply;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Records that have changed since the rows were read. */
  readonly count = (): number => this.#shown;

  /** @param id of a ticket or customer; one that changes twice is one update */
  note(id: string): void {
    this.#changed.add(id);
    if (this.#isHeld) this.#show(this.#changed.size);
    else this.#soon();
  }

  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld && this.#changed.size > 0) this.#soon();
  }

  /** At once, held or not. */
  apply(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.clear();
    this.#show(0);
    this.#apply();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isHeld) this.#show(this.#changed.size);
      else this.apply();
    }, TOGETHER_MS);
  }

  #show(count: number): void {
    if (count === this.#shown) return;
    this.#shown = count;
    for (const listener of [...this.#listeners]) listener();
  }
}
