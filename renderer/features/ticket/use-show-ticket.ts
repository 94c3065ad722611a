import type { TicketDetails } from '../../../core/contract/records.ts';
import { focusStageHeading } from './focus.ts';
import { useKeepTicket } from './use-keep-ticket.ts';

/** For what changes the whole stage: shows the ticket as it is now, and reads on from its heading. */
export function useShowTicket(): (answer: { readonly ticket: TicketDetails }) => void {
  const keep = useKeepTicket();
  return ({ ticket }) => {
    keep(ticket);
    focusStageHeading();
  };
}
