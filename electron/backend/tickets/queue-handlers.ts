import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import { type queueCalls, WALK_STRIDE } from '../../../core/contract/queue-calls.ts';
import { isFiltered } from '../../../core/queue/view.ts';
import type { Context } from '../work/call-context.ts';
import { type BulkResult, changeMany, readOutcome } from './bulk.ts';
import { scopeOf } from './queue-scope.ts';

export const queueHandlers: HandlersOf<typeof queueCalls, 'backend', Context> = {
  'queue.counts': (_, context) =>
    context.backend.perform(context, async ({ repositories, actor }) => ({
      counts: await repositories.queue.counts(actor),
    })),
  'queue.page': ({ view, ...part }, context) =>
    context.backend.perform(context, async (work) => {
      const { queue } = work.repositories;
      const total = isFiltered(view.filter) ? null : (await queue.counts(work.actor))[view.lane];
      return { ...(await queue.page(await scopeOf(work, view), part)), total };
    }),
  'queue.walk': ({ view, from }, context) =>
    context.backend.perform(context, async (work) =>
      work.repositories.queue.walk(await scopeOf(work, view), from, WALK_STRIDE),
    ),
  'queue.listIds': ({ view, from }, context) =>
    context.backend.perform(context, async (work) =>
      work.repositories.queue.listIds(await scopeOf(work, view), from),
    ),
  'ticket.changeMany': (input, context) => {
    const { ticketIds, change } = input;
    let results: BulkResult[] | null = null;
    return context.backend.command(
      context,
      async (work) => {
        results = await changeMany(work, input);
        return { recordId: ticketIds[0] ?? '', isOther: false };
      },
      // A command that comes again was carried out: what each ticket is like now tells what became of it.
      async (work) => ({ results: results ?? (await readOutcome(work, ticketIds, change)) }),
    );
  },
};
