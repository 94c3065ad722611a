import { CallError } from '../../../core/contract/errors.ts';
import { choose, situationOf } from '../../../core/playbook/chooser.ts';
import { requirePlaybook } from '../playbooks/index.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from '../work/work.ts';
import { commit, requireTicket } from './ticket-commit.ts';

/**
 * Goes on with another procedure, or with one that was left, in the version it was left on.
 *
 * @throws CallError `refused` for a route that can not work as far as is known, or that failed
 */
export async function takeRoute(work: Work, ticketId: string, playbookId: string): Promise<Receipt> {
  const ticket = await requireTicket(work, ticketId);
  const { state } = ticket;
  const device = state.deviceId === null ? null : await work.repositories.devices.find(state.deviceId);
  const { offers } = choose(work.playbooks.list(), [], state, situationOf(state, device));
  const offer = offers.find(({ playbook }) => playbook.id === playbookId);
  if (offer === undefined) throw new CallError('refused', 'This way does not fit what is known by now.');
  const left = state.routes.find((route) => route.playbookId === playbookId && !route.hasFailed);
  const playbook =
    left === undefined
      ? offer.playbook
      : await requirePlaybook(work, { id: playbookId, version: left.playbookVersion });
  const changed = await commit(work, ticket, { type: 'takeRoute', playbook });
  return { recordId: changed.id, isOther: false };
}
