import type { PageStill } from '../../core/reset-page/page-still.ts';
import { hasAnything, type PageReading } from '../../core/reset-page/read-page.ts';

/** A page beside a code; `reading` is null while it is read. */
export interface ReadPage {
  readonly ticketId: string;
  readonly still: PageStill;
  readonly reading: PageReading | null;
}

export interface PageReadings {
  readonly start: (ticketId: string, still: PageStill) => void;
  readonly drop: (ticketId: string) => void;
  readonly current: () => ReadPage | null;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** A page that takes longer is given up: the agent has typed the serial by then. */
const PATIENCE_MS = 60_000;

/** Holds one page at a time. A page in which nothing was read, or that could not be read, goes without a word: it was only an offer. */
export function createPageReadings(
  read: (still: PageStill, signal: AbortSignal) => Promise<PageReading>,
): PageReadings {
  let current: ReadPage | null = null;
  let control: AbortController | null = null;
  const listeners = new Set<() => void>();

  function show(page: ReadPage | null): void {
    current = page;
    for (const listener of listeners) listener();
  }

  function end(): void {
    control?.abort();
    control = null;
    if (current !== null) show(null);
  }

  return {
    start: (ticketId, still) => {
      end();
      const own = new AbortController();
      control = own;
      show({ ticketId, still, reading: null });
      const timer = setTimeout(() => own.abort(), PATIENCE_MS);
      void read(still, own.signal)
        .catch(() => null)
        .then((reading) => {
          clearTimeout(timer);
          if (control !== own) return;
          show(reading !== null && hasAnything(reading) ? { ticketId, still, reading } : null);
        });
    },
    drop: (ticketId) => {
      if (current?.ticketId === ticketId) end();
    },
    current: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
