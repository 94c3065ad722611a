import type { KeyboardEvent } from 'react';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import {
  AGENT_FIELD_ID,
  CUSTOMER_FIELD_ID,
  continueById,
  focusById,
  NOTE_FIELD_ID,
  SERIAL_FIELD_ID,
} from '../focus.ts';
import type { RouteProps } from '../ticket-props.ts';
import { AttachmentsCard } from './AttachmentsCard.tsx';
import classes from './Context.module.css';
import { CustomerCard } from './CustomerCard.tsx';
import { DeviceCard } from './DeviceCard.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { NotesCard } from './NotesCard.tsx';
import { OtherTickets } from './OtherTickets.tsx';
import { useSideColumn } from './side-column.tsx';
import { TicketCard } from './TicketCard.tsx';

/** What is known of customer and device, the notes, and what happened so far. */
export function ContextColumn({ ticket, playbook, playbooks }: RouteProps) {
  const column = useSideColumn();
  const isOpen = ticket.state.status === 'open';
  const goTo = (card: 'customer' | 'device', fieldId: string) => () => {
    // The step itself asks who calls, and a card may be open already.
    const field = document.getElementById(fieldId);
    if (field === null) column.edit(card);
    else {
      if (document.getElementById(column.id)?.contains(field) === true) column.show();
      continueById(fieldId);
    }
  };
  const inColumn = (go: () => void) => () => {
    column.show();
    go();
  };
  useShortcuts([
    {
      command: 'ticket.customer',
      run: goTo('customer', CUSTOMER_FIELD_ID),
      isEnabled: isOpen || ticket.customer !== null,
    },
    {
      command: 'ticket.device',
      run: goTo('device', SERIAL_FIELD_ID),
      isEnabled: isOpen || ticket.device !== null,
    },
    {
      command: 'ticket.labels',
      run: inColumn(() => focusById(AGENT_FIELD_ID)),
      isQuiet: true,
    },
    { command: 'ticket.note', run: inColumn(() => continueById(NOTE_FIELD_ID)) },
  ]);
  /** Enter and Escape end the typing and bring the step back into view; what was typed is saved anyway. */
  const backToStep = (event: KeyboardEvent) => {
    const isEnd =
      event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement);
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.defaultPrevented || !isEnd || !isField) return;
    // React also tells of keys in dialogs that the cards opened.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    event.preventDefault();
    column.endEditing();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: not a control; it only keeps Enter in these fields from answering the step.
    <div className={classes['column']} onKeyDown={backToStep}>
      <CustomerCard ticket={ticket} playbook={playbook} />
      <DeviceCard ticket={ticket} playbook={playbook} />
      <TicketCard ticket={ticket} />
      <OtherTickets ticket={ticket} />
      <NotesCard ticket={ticket} />
      <AttachmentsCard ticket={ticket} />
      <HistoryCard ticket={ticket} playbooks={playbooks} />
    </div>
  );
}
