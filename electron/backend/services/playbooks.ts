import type { CallOutput } from '../../../core/contract/contract.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { PlaybookRef } from '../../../core/ticket/replay.ts';
import type { Backend } from '../backend.ts';
import type { Work } from './work.ts';

/** The versions that are known here or in the database. */
export async function findPlaybooks(
  { playbooks, repositories }: Work,
  refs: readonly PlaybookRef[],
): Promise<Playbook[]> {
  const found = await Promise.all(
    refs.map(async (ref) => playbooks.find(ref) ?? (await repositories.playbooks.find(ref))),
  );
  return found.filter((playbook) => playbook !== null);
}

export function listSources({ parts, playbookSupply }: Backend): CallOutput<'playbook.listSources'> {
  return {
    folder: playbookSupply.folder,
    sources: parts.playbooks.entries().map(({ playbook, file, state, problems }) => ({
      id: playbook?.id ?? '',
      version: playbook?.version ?? null,
      title: playbook?.title ?? null,
      file,
      state,
      problems: [...problems],
    })),
  };
}
