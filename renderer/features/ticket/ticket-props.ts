import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';

/** A ticket and the procedure that it follows. */
export type TicketProps = { readonly ticket: TicketDetails; readonly playbook: Playbook };
