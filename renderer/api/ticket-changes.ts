import type { MutationCache, QueryClient } from '@tanstack/react-query';
import type { CallOutput, EventPayload } from '../../core/contract/contract.ts';

type Change = EventPayload<'ticket.changed'>;

/**
 * Reads a changed ticket again, unless the answer of a command that is under way brings it: then it would be read twice.
 * Tickets that are not on screen are read when they come up, because they may share a device's limits with this one.
 */
export async function readChangedTicket(queryClient: QueryClient, change: Change): Promise<void> {
  const { ticketId } = change;
  const isBehind = hasVersion(queryClient, change) === false;
  void queryClient.invalidateQueries({
    queryKey: ['ticket.get'],
    refetchType: 'none',
    predicate: ({ queryKey }) => !isOfTicket(queryKey[1], ticketId),
  });
  await commandsSettled(queryClient.getMutationCache(), ticketId);
  // What changed without a new version is in no answer: the device's model, for one.
  if (isBehind && hasVersion(queryClient, change) === true) return;
  await queryClient.invalidateQueries({ queryKey: ['ticket.get', { ticketId }] });
}

/** Null when the ticket is not kept here. */
function hasVersion(queryClient: QueryClient, { ticketId, version }: Change): boolean | null {
  const kept = queryClient.getQueryData<CallOutput<'ticket.get'>>(['ticket.get', { ticketId }]);
  return kept === undefined ? null : kept.ticket.version >= version;
}

/** The events of a command come before its answer. */
function commandsSettled(mutations: MutationCache, ticketId: string): Promise<void> {
  const areSettled = () =>
    mutations
      .findAll({ status: 'pending' })
      .every(({ state: { variables } }) => !isOfTicket(variables, ticketId));
  if (areSettled()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = mutations.subscribe(() => {
      if (!areSettled()) return;
      stop();
      resolve();
    });
  });
}

function isOfTicket(input: unknown, ticketId: string): boolean {
  return typeof input === 'object' && input !== null && 'ticketId' in input && input.ticketId === ticketId;
}
