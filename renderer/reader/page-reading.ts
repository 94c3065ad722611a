import { useSyncExternalStore } from 'react';
import type { PageStill } from '../../core/reset-page/page-still.ts';
import { type PageReading, readPage } from '../../core/reset-page/read-page.ts';
import { client } from '../api/client.ts';
import { createPageReadings } from './page-readings.ts';

export type { ReadPage } from './page-readings.ts';

/** One for the window: the page beside the code that was read last. */
const readings = createPageReadings(read);

/** Reads what stands beside the code that led to this ticket, in the background; an earlier page is dropped. */
export const startPageReading = readings.start;

/** Ends the reading for a ticket, and forgets what was read. */
export const dropPageReading = readings.drop;

/** What is being read, or was, for a ticket; null where nothing was, or the agent has dealt with it. */
export function usePageReading(ticketId: string) {
  const current = useSyncExternalStore(readings.subscribe, readings.current);
  return current?.ticketId === ticketId ? current : null;
}

async function read(still: PageStill, signal: AbortSignal): Promise<PageReading> {
  // Loaded with the first page: six megabytes that a desk with a webcam never needs.
  const { startTextReader } = await import('./text-reader.ts');
  const { playbooks } = await client.call('playbook.list', {});
  const reader = await startTextReader();
  const isAborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The ticket was left.')));
  });
  try {
    signal.throwIfAborted();
    const known = playbooks.filter(({ isDesksOwn }) => isDesksOwn !== true);
    const addresses = known.flatMap((playbook) => playbook.addresses.map(({ address }) => address));
    // The library never answers a job that its end has cut off.
    return await Promise.race([readPage(still, reader, addresses), isAborted]);
  } finally {
    reader.end();
  }
}
