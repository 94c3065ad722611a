import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '../../core/contract/change-calls.ts';
import { doesRead } from './take-event.ts';
import { readChangedTickets, ticketQuery } from './ticket-changes.ts';

/** Long enough that a change of many records does not have all lists read again with each part, too short to be waited for. */
const TOGETHER_MS = 100;

/** Reads again on screen what the feed has made old, by what each endpoint says that it reads. */
export class ChangeTaker {
  readonly #queryClient: QueryClient;
  readonly #kinds = new Set<Change['kind']>();
  #isAll = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /**
   * Tickets at once, because the answer of a command is about to bring some; all else together with what follows soon.
   *
   * @param changes null when all records may have changed
   */
  take(changes: readonly Change[] | null): void {
    if (changes === null) this.#isAll = true;
    else for (const { kind } of changes) this.#kinds.add(kind);
    this.#timer ??= setTimeout(() => this.flush(), TOGETHER_MS);
    if (changes !== null) void readChangedTickets(this.#queryClient, changes);
  }

  /** Reads again now what has come together. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const kinds = [...this.#kinds];
    const isAll = this.#isAll;
    this.#kinds.clear();
    this.#isAll = false;
    if (isAll) void this.#queryClient.invalidateQueries();
    else if (kinds.length > 0)
      void this.#queryClient.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name !== ticketQuery && doesRead(name, kinds),
      });
  }
}
