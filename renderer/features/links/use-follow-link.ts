import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { CallError } from '../../../core/contract/errors.ts';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';

/** Tickets whose number it is as a whole word stand first, so the one that is meant is among these. */
const LOOKED_AT = 50;

/** What a link leads to, and the way there. `none`: it leads nowhere. */
export function useFollowLink(link: Exclude<LinkRequest, { kind: 'scan' }>, onDone: () => void) {
  const [, navigate] = useLocation();
  const number = link.kind === 'ticket' ? link.number : null;
  const search = useCall(
    'desk.search',
    { text: String(number), groups: ['tickets'], limit: LOOKED_AT },
    { isEnabled: number !== null },
  );
  const hits = search.data?.groups.flatMap((group) => group.hits) ?? [];
  const known = hits.flatMap((hit) => (hit.kind === 'ticket' && hit.number === number ? [hit.ticketId] : []));
  const open = useMutation<string, CallError>({
    mutationFn: () => (link.kind === 'new' ? openTicketFor(link) : Promise.resolve(known[0] ?? '')),
    onSuccess: (ticketId) => {
      onDone();
      navigate(`/ticket/${ticketId}`);
    },
  });
  return {
    target: targetOf(link, search.data !== undefined, known.length > 0),
    error: open.error ?? search.error,
    isBusy: open.isPending,
    follow: () => {
      if (!open.isPending) open.mutate();
    },
  };
}

function targetOf(link: LinkRequest, isLookedUp: boolean, isKnown: boolean): 'found' | 'looking' | 'none' {
  if (link.kind === 'unreadable') return 'none';
  if (link.kind !== 'ticket' || isKnown) return 'found';
  return isLookedUp ? 'none' : 'looking';
}

/** Who calls is put where the agent would type it, and becomes nobody's record before the agent has chosen. */
async function openTicketFor({ phone, name }: { phone: string; name: string }): Promise<string> {
  const caller = await callerText(phone, name);
  const { ticket } = await client.call('ticket.open', { by: 'hand' });
  if (caller !== '')
    await client.call('draft.put', { scope: ticket.id, field: 'customerSearch', text: caller });
  return ticket.id;
}

/** A number that is known finds its customer, whatever name the telephone system has for it. */
async function callerText(phone: string, name: string): Promise<string> {
  if (phone === '' || name === '') return `${name}${phone}`;
  const { groups } = await client.call('desk.search', { text: phone, groups: ['customers'], limit: 1 });
  return groups.some(({ hits }) => hits.length > 0) ? phone : `${name} ${phone}`;
}
