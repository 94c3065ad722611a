import type { MutationCache, QueryClient } from '@tanstack/react-query';
import type { Change } from '../../core/contract/change-calls.ts';
import type { CallOutput } from '../../core/contract/contract.ts';
import type { TicketDetails } from '../../core/contract/records.ts';

/** The one query that is not read again by its kinds alone. */
export const ticketQuery = 'ticket.get';

/**
 * Reads tickets again that have changed, or a record that they show, unless the answer of a command that is under way brings it: then
 * they would be read twice. Others are read when they come up, because they may share a device's limits with one of these.
 */
export async function readChangedTickets(
  queryClient: QueryClient,
  changes: readonly Change[],
): Promise<void> {
  const kept = queryClient.getQueryCache().findAll({ queryKey: [ticketQuery] });
  const ticketIds = kept.flatMap(({ queryKey: [, input] }) => ticketIdOf(input) ?? []);
  const isAboutTickets = changes.some(({ kind }) => kind === 'ticket');
  const reads = ticketIds.map((ticketId) => {
    const ticket = keptTicket(queryClient, ticketId);
    // What a ticket shows that is being read for the first time is not known yet.
    const mayShowAny = ticket === undefined && isBeingRead(queryClient, ticketId);
    if (mayShowAny || changes.some((change) => isShown(ticket, ticketId, change)))
      return readTicket(queryClient, ticketId, versionIn(changes, ticketId));
    return isAboutTickets ? makeOld(queryClient, ticketId, 'none') : Promise.resolve();
  });
  await Promise.all(reads);
}

/** @param version that it has now; null when it has no other one, or is gone */
async function readTicket(queryClient: QueryClient, ticketId: string, version: number | null): Promise<void> {
  const isBehind = hasVersion(queryClient, ticketId, version) === false;
  await commandsSettled(queryClient.getMutationCache(), ticketId);
  // What changed without a new version is in no answer: the device's model, for one.
  if (isBehind && hasVersion(queryClient, ticketId, version) === true) return;
  await makeOld(queryClient, ticketId, 'active');
}

function isBeingRead(queryClient: QueryClient, ticketId: string): boolean {
  return queryClient.isFetching({ queryKey: [ticketQuery, { ticketId }] }) > 0;
}

function makeOld(queryClient: QueryClient, ticketId: string, refetchType: 'none' | 'active'): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [ticketQuery, { ticketId }], refetchType });
}

function isShown(ticket: TicketDetails | undefined, ticketId: string, { kind, id }: Change): boolean {
  switch (kind) {
    case 'ticket':
      return id === ticketId;
    case 'customer':
      return ticket?.customer?.id === id || ticket?.owner?.id === id;
    case 'device':
      return ticket?.device?.id === id;
    case 'site':
      return ticket?.site?.id === id;
    default:
      return false;
  }
}

function versionIn(changes: readonly Change[], ticketId: string): number | null {
  return changes.find(({ kind, id }) => kind === 'ticket' && id === ticketId)?.version ?? null;
}

function keptTicket(queryClient: QueryClient, ticketId: string): TicketDetails | undefined {
  return queryClient.getQueryData<CallOutput<typeof ticketQuery>>([ticketQuery, { ticketId }])?.ticket;
}

/** Null when the ticket is not kept here, or when there is no version to compare with. */
function hasVersion(queryClient: QueryClient, ticketId: string, version: number | null): boolean | null {
  const ticket = keptTicket(queryClient, ticketId);
  return ticket === undefined || version === null ? null : ticket.version >= version;
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
  return ticketIdOf(input) === ticketId;
}

function ticketIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('ticketId' in input)) return null;
  return typeof input.ticketId === 'string' ? input.ticketId : null;
}
