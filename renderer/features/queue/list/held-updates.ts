import type { Change } from '../../../../core/contract/change-calls.ts';

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

  /** @param changes null when all records may have changed, which is one update */
  take(changes: readonly Change[] | null): void {
    if (changes === null) this.#note('all');
    // The agent has asked for another desk just now.
    else if (changes.some(({ kind }) => kind === 'demo')) this.apply();
    else for (const id of changedRows(changes)) this.#note(id);
  }

  /** One that changes twice is one update. */
  #note(id: string): void {
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

/** Tickets, or where none has changed, whom or what rows name. */
function changedRows(changes: readonly Change[]): string[] {
  const idsOf = (...kinds: Change['kind'][]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const tickets = idsOf('ticket');
  return tickets.length > 0 ? tickets : idsOf('customer', 'device');
}
