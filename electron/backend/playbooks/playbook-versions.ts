import { CallError } from '../../../core/contract/errors.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import {
  type FindPlaybook,
  isSamePlaybook,
  type PlaybookRef,
  playbooksOf,
  type TrailEntry,
} from '../../../core/ticket/replay.ts';
import type { Work } from '../work/work.ts';

/** The versions that are known here or in the database. */
export async function findPlaybooks(
  { playbooks, repositories }: Work,
  refs: readonly PlaybookRef[],
): Promise<Playbook[]> {
  const found: Playbook[] = [];
  // One after the other: a transaction is one line to the database.
  for (const ref of refs) {
    const playbook = playbooks.find(ref) ?? (await repositories.playbooks.find(ref));
    if (playbook !== null) found.push(playbook);
  }
  return found;
}

/**
 * The version that a ticket is on. Another console may have brought one that is new here.
 *
 * @throws CallError `refused` when it is nowhere
 */
export async function requirePlaybook(
  { playbooks, repositories }: Work,
  ref: PlaybookRef,
): Promise<Playbook> {
  const playbook = playbooks.find(ref) ?? (await repositories.playbooks.find(ref));
  if (playbook === null)
    throw new CallError(
      'refused',
      'This version of the procedure is not there. Put its file into the folder that Settings, Procedures shows.',
    );
  return playbook;
}

/** Every version that a ticket was on. */
export async function playbookFinder(work: Work, trail: readonly TrailEntry[]): Promise<FindPlaybook> {
  const playbooks: Playbook[] = [];
  for (const ref of playbooksOf(trail.map(({ event }) => event)))
    playbooks.push(await requirePlaybook(work, ref));
  return (ref) => {
    const playbook = playbooks.find((each) => isSamePlaybook(each, ref));
    if (playbook === undefined) throw new Error(`The trail names no playbook "${ref.id}".`);
    return playbook;
  };
}
