import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import type { DeskEntry } from '../../../core/desk-log/desk-entry.ts';
import type { Work } from './work.ts';

export async function logAtDesk(work: Work, entry: DeskEntry): Promise<void> {
  await work.repositories.deskLog.append(entry, work.now, work.actor);
}

export async function readDeskLog(
  { repositories: { deskLog } }: Work,
  { limit }: ParsedInput<'desk.getLog'>,
): Promise<CallOutput<'desk.getLog'>> {
  return { ...(await deskLog.check()), entries: await deskLog.listLatest(limit) };
}
