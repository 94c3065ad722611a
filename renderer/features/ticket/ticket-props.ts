import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';

/** A ticket and the procedure that it follows. */
export type TicketProps = { readonly ticket: TicketDetails; readonly playbook: Playbook };

/** Every procedure version that the ticket was on so far, in any order. */
export type RouteProps = TicketProps & { readonly playbooks: readonly Playbook[] };
