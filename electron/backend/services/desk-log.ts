import type { CallOutput } from '../../../core/contract/contract.ts';
import type { DeskEntry } from '../../../core/desk-log/desk-entry.ts';
import type { Work } from './work.ts';

/** As many as one looks through. */
const entriesShown = 50;

export async function logAtDesk(work: Work, entry: DeskEntry): Promise<void> {
  await work.repositories.deskLog.append(entry, work.now, work.actor);
  work.announce({ name: 'desk.entryLogged', payload: {} });
}

export async function readDeskLog({ repositories }: Work): Promise<CallOutput<'desk.getLog'>> {
  return { entries: await repositories.deskLog.listLatest(entriesShown) };
}
