import type { CallInput, CallOutput } from '../../../../core/contract/contract.ts';
import { type QueuePlace, type QueueRow, WALK_STRIDE } from '../../../../core/contract/queue-calls.ts';
import { addWalk, type Landmarks, landmarkBefore, NO_LANDMARKS, walkedTo } from './landmarks.ts';
import {
  append,
  endOf,
  fromFirst,
  fromLast,
  fromMiddle,
  type LoadedRows,
  prepend,
  trim,
} from './loaded-rows.ts';

/** A view's calls, bound to it. */
export type QueueCalls = {
  readonly page: (input: Omit<CallInput<'queue.page'>, 'view'>) => Promise<CallOutput<'queue.page'>>;
  readonly walk: (input: Omit<CallInput<'queue.walk'>, 'view'>) => Promise<CallOutput<'queue.walk'>>;
};

export type QueueListState = {
  /** Null before the first answer. */
  readonly loaded: LoadedRows | null;
  /** How many rows there are, as far as is known; at least the loaded ones. */
  readonly total: number;
  /** False while a filtered list is still being counted. */
  readonly isTotalKnown: boolean;
  /** Sum of all corrections of indexes; whoever shows rows by index moves along. */
  readonly shift: number;
  readonly error: Error | null;
};

const NOTHING: QueueListState = { loaded: null, total: 0, isTotalKnown: false, shift: 0, error: null };

const PAGE_ROWS = 100;
/** Rows fetched before they come into view. */
const AHEAD_ROWS = 60;
/** Farther than this from the loaded rows is a jump: nothing in between is read. */
const NEAR_ROWS = 200;

/**
 * The rows of one view, of which only those near the screen are read, from place to place in both directions. One call at a
 * time, and always the one that the screen needs now: whoever drags past a million rows does not wait for those between.
 */
export class QueueList {
  readonly #calls: QueueCalls;
  readonly #listeners = new Set<() => void>();
  /** Rows of the lane by its counter; null with a filter, when only walking tells. */
  #laneTotal: number | null = null;
  #state: QueueListState = NOTHING;
  #landmarks: Landmarks = NO_LANDMARKS;
  #wanted: { readonly first: number; readonly last: number };
  #isBusy = false;
  #isStale = false;

  /** @param firstIndex where the screen begins */
  constructor(calls: QueueCalls, firstIndex = 0) {
    this.#calls = calls;
    this.#wanted = { first: firstIndex, last: firstIndex };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): QueueListState => this.#state;

  rowAt(index: number): QueueRow | null {
    const { loaded } = this.#state;
    return loaded?.rows[index - loaded.start] ?? null;
  }

  /** Says which rows are on screen; fetches what is missing. */
  show(first: number, last: number): void {
    this.#wanted = { first, last };
    void this.#work();
  }

  /** Reads again what is on screen; the row at the top stays at the top. */
  refresh(): void {
    this.#isStale = true;
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let task = this.#nextTask(); task !== null; task = this.#nextTask()) await task();
      if (this.#state.error !== null) this.#set({ error: null });
    } catch (error) {
      this.#set({ error: error instanceof Error ? error : new Error(String(error)) });
    } finally {
      this.#isBusy = false;
    }
  }

  #nextTask(): (() => Promise<void>) | null {
    const { loaded, total, isTotalKnown } = this.#state;
    // The list may have become shorter since the screen was drawn.
    const last = loaded === null ? this.#wanted.last : Math.min(this.#wanted.last, total - 1);
    const first = Math.min(this.#wanted.first, last);
    if (loaded === null || first < loaded.start - NEAR_ROWS || last > endOf(loaded) + NEAR_ROWS)
      return this.#jump(first);
    if (this.#isStale) return this.#reread(loaded, first);
    if (loaded.after !== null && last + AHEAD_ROWS >= endOf(loaded))
      return this.#readOn(loaded, loaded.after);
    if (loaded.before !== null && first - AHEAD_ROWS < loaded.start)
      return this.#readBack(loaded, loaded.before);
    return isTotalKnown ? null : this.#walk;
  }

  #jump(index: number): () => Promise<void> {
    const { total, isTotalKnown } = this.#state;
    const start = Math.max(0, index - PAGE_ROWS / 2);
    if (start < PAGE_ROWS) return async () => this.#replace(fromFirst(await this.#page(null)));
    if (isTotalKnown && start + PAGE_ROWS >= total)
      return async () => this.#replace(fromLast(await this.#page(null, 'backward'), total));
    const { position, place } = landmarkBefore(this.#landmarks, start);
    if (start - position > WALK_STRIDE && !this.#landmarks.isComplete) return this.#walk;
    const skip = Math.min(start - position, WALK_STRIDE);
    return async () =>
      this.#replace(fromMiddle(await this.#page(place, 'forward', skip), position + skip, place));
  }

  #reread(loaded: LoadedRows, first: number): () => Promise<void> {
    const above = loaded.rows[first - 1 - loaded.start];
    const isAtFirst = above === undefined || first < PAGE_ROWS / 2;
    const from = isAtFirst ? null : above.place;
    return async () => {
      this.#isStale = false;
      const page = await this.#page(from);
      this.#landmarks = NO_LANDMARKS;
      this.#replace(isAtFirst ? fromFirst(page) : fromMiddle(page, first, from));
    };
  }

  #readOn(loaded: LoadedRows, from: NonNullable<LoadedRows['after']>): () => Promise<void> {
    return async () => {
      const page = await this.#page(from);
      this.#replace(append(loaded, page));
    };
  }

  #readBack(loaded: LoadedRows, from: NonNullable<LoadedRows['before']>): () => Promise<void> {
    return async () => {
      const page = await this.#page(from, 'backward');
      const { loaded: more, shift } = prepend(loaded, page);
      this.#wanted = { first: this.#wanted.first + shift, last: this.#wanted.last + shift };
      this.#replace(more, shift);
    };
  }

  async #page(from: QueuePlace | null, direction: 'forward' | 'backward' = 'forward', skip = 0) {
    const page = await this.#calls.page({ from, direction, skip, limit: PAGE_ROWS });
    this.#laneTotal = page.total;
    return page;
  }

  readonly #walk = async (): Promise<void> => {
    const from = walkedTo(this.#landmarks);
    this.#landmarks = addWalk(this.#landmarks, await this.#calls.walk({ from }));
    this.#set({});
  };

  #replace(loaded: LoadedRows, shift = 0): void {
    this.#set({ loaded: trim(loaded, this.#wanted.first), shift: this.#state.shift + shift });
  }

  #set(change: Partial<QueueListState>): void {
    const next = { ...this.#state, ...change };
    this.#state = { ...next, ...this.#count(next.loaded) };
    for (const listener of [...this.#listeners]) listener();
  }

  /** The end that was read beats the counter, and the counter beats what was walked so far. */
  #count(loaded: LoadedRows | null): Pick<QueueListState, 'total' | 'isTotalKnown'> {
    const known = this.#laneTotal ?? this.#landmarks.walked;
    const isCounted = this.#laneTotal !== null || this.#landmarks.isComplete;
    if (loaded === null) return { total: known, isTotalKnown: isCounted };
    const end = endOf(loaded);
    if (loaded.after === null) return { total: end, isTotalKnown: isCounted || loaded.before === null };
    return { total: Math.max(known, end + 1), isTotalKnown: isCounted };
  }
}
