import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { playbookCalls } from '../../../core/contract/playbook-calls.ts';
import type { Context } from '../work/call-context.ts';
import { listContradictions } from './contradictions.ts';
import type { PlaybookCatalog } from './playbook-catalog.ts';
import type { PlaybookSupply } from './playbook-supply.ts';
import { findPlaybooks } from './playbook-versions.ts';
import { decideOnPlaybook, listSources } from './playbooks.ts';

type PlaybookContext = Context<{
  readonly parts: { readonly playbooks: PlaybookCatalog };
  readonly playbookSupply: Pick<PlaybookSupply, 'folder'>;
}>;

export const playbookHandlers: HandlersOf<typeof playbookCalls, 'backend', PlaybookContext> = {
  'playbook.list': (_, { backend }) => ({ playbooks: backend.parts.playbooks.list() }),
  'playbook.find': ({ refs }, context) =>
    context.backend.perform(context, async (work) => ({ playbooks: await findPlaybooks(work, refs) })),
  'playbook.listSources': (_, { backend }) =>
    listSources(backend.playbookSupply.folder, backend.parts.playbooks),
  'playbook.listContradictions': (_, context) => context.backend.perform(context, listContradictions),
  'playbook.decide': (input, context) =>
    context.backend.command(
      context,
      (work) => decideOnPlaybook(work, context.backend.parts.playbooks, input),
      async () => ({}),
    ),
};
