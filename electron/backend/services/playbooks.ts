import type { CallOutput } from '../../../core/contract/contract.ts';
import type { Backend } from '../backend.ts';

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
