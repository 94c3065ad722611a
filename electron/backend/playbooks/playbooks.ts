import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { compareWithApp } from '../../../core/playbook/desks-own.ts';
import type { Backend } from '../dispatch/backend.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { logAtDesk } from '../work/desk-log.ts';
import type { Work } from '../work/work.ts';

export function listSources({ parts, playbookSupply }: Backend): CallOutput<'playbook.listSources'> {
  const { playbooks } = parts;
  return {
    folder: playbookSupply.folder,
    sources: playbooks.entries().map(({ playbook, file, state, digest, problems }) => ({
      id: playbook?.id ?? '',
      version: playbook?.version ?? null,
      title: playbook?.title ?? null,
      file,
      state,
      digest,
      differences:
        playbook === null || digest === null
          ? null
          : compareWithApp(playbook, playbooks.builtIn(playbook.id)),
      problems: [...problems],
    })),
  };
}

/**
 * Takes a file of the supervisor's folder into use, or leaves it out. Tickets that are on it go on either way.
 *
 * @throws CallError `conflict` when no file is like that any more
 */
export async function decideOnPlaybook(
  work: Work,
  { digest, decision }: ParsedInput<'playbook.decide'>,
): Promise<Receipt> {
  const entry = work.playbooks.entries().find((other) => other.digest === digest);
  if (entry === undefined || entry.playbook === null)
    throw new CallError('conflict', 'The file was changed or removed meanwhile. Look at it again.');
  const { id: playbookId, version } = entry.playbook;
  await work.repositories.playbooks.putDecision(digest, decision, work.now, work.actor);
  const type = decision === 'approved' ? 'procedureApproved' : 'procedureRefused';
  await logAtDesk(work, { type, playbookId, version, digest });
  work.playbooks.addDecision(digest, decision);
  work.announce({ name: 'playbook.changed', payload: {} });
  return { recordId: playbookId, isOther: false };
}
