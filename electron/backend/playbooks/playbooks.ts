import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { compareWithApp } from '../../../core/playbook/desks-own.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { logAtDesk } from '../work/desk-log.ts';
import type { Work } from '../work/work.ts';
import type { PlaybookCatalog } from './playbook-catalog.ts';

/** @param folder the supervisor's; null while no database is open */
export function listSources(
  folder: string | null,
  playbooks: PlaybookCatalog,
): CallOutput<'playbook.listSources'> {
  return {
    folder,
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
  playbooks: PlaybookCatalog,
  { digest, decision }: ParsedInput<'playbook.decide'>,
): Promise<Receipt> {
  const entry = playbooks.entries().find((other) => other.digest === digest);
  if (entry === undefined || entry.playbook === null)
    throw new CallError('conflict', 'The file was changed or removed meanwhile. Look at it again.');
  const { id: playbookId, version } = entry.playbook;
  await work.repositories.playbooks.putDecision(digest, decision, work.now, work.actor);
  const type = decision === 'approved' ? 'procedureApproved' : 'procedureRefused';
  await logAtDesk(work, { type, playbookId, version, digest });
  playbooks.addDecision(digest, decision);
  return { recordId: playbookId, isOther: false };
}
