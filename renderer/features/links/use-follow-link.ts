import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import type { CallError } from '../../../core/contract/errors.ts';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { goOnAtCaller } from '../ticket/index.ts';

/** Tickets whose number it is as a whole word stand first, so the one that is meant is among these. */
const LOOKED_AT = 50;

/** `none`: it leads nowhere; `unknown`: its ticket could not be looked for. */
export type LinkTarget = 'looking' | 'found' | 'none' | 'unknown';

/** What a link leads to, and the way there. */
export function useFollowLink(link: Exclude<LinkRequest, { kind: 'scan' }>, onDone: () => void) {
  const [, navigate] = useLocation();
  const number = link.kind === 'ticket' ? link.number : null;
  const search = useCall(
    'desk.search',
    { text: String(number), groups: ['tickets'], limit: LOOKED_AT },
    { isEnabled: number !== null },
  );
  const hits = search.data?.groups.flatMap((group) => group.hits) ?? [];
  const [known = null] = hits.flatMap((hit) =>
    hit.kind === 'ticket' && hit.number === number ? [hit.ticketId] : [],
  );
  // A second try goes on with the ticket that the first one has opened.
  const opened = useRef<string | null>(null);
  const openTicketFor = async ({ phone, name }: { phone: string; name: string }) => {
    const caller = await callerText(phone, name);
    opened.current ??= (await client.call('ticket.open', { by: 'hand' })).ticket.id;
    const scope = opened.current;
    if (caller !== '') await client.call('draft.put', { scope, field: 'customerSearch', text: caller });
    goOnAtCaller(scope);
    return scope;
  };
  const open = useMutation<string, CallError>({
    mutationFn: () => (link.kind === 'new' ? openTicketFor(link) : Promise.resolve(known ?? '')),
    onSuccess: (ticketId) => {
      onDone();
      navigate(`/ticket/${ticketId}`);
    },
  });
  return {
    target: targetOf(link, known, search),
    /** Of the ticket that is there already. */
    path: known === null ? null : `/ticket/${known}`,
    error: open.error ?? search.error,
    isBusy: open.isPending || search.isFetching,
    follow: () => {
      if (!open.isPending) open.mutate();
    },
    lookAgain: () => void search.refetch(),
  };
}

type Looking = { readonly isError: boolean; readonly isSuccess: boolean };

function targetOf(link: LinkRequest, known: string | null, { isError, isSuccess }: Looking): LinkTarget {
  if (link.kind === 'unreadable') return 'none';
  if (link.kind !== 'ticket' || known !== null) return 'found';
  if (isError) return 'unknown';
  return isSuccess ? 'none' : 'looking';
}

/**
 * Who calls is put where the agent would type it, and becomes nobody's record before the agent has chosen. A number that is known
 * finds its customer, whatever name the telephone system has for it.
 */
async function callerText(phone: string, name: string): Promise<string> {
  if (phone === '' || name === '') return `${name}${phone}`;
  const { groups } = await client.call('desk.search', { text: phone, groups: ['customers'], limit: 1 });
  return groups.some(({ hits }) => hits.length > 0) ? phone : `${name} ${phone}`;
}
