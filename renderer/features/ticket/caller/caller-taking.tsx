import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import type { CallError } from '../../../../core/contract/errors.ts';
import type { Customer, TicketDetails } from '../../../../core/contract/records.ts';
import { useCommand } from '../../../api/use-call.ts';
import { type Draft, useDraft } from '../../../lib/use-draft.ts';
import { useSideColumn } from '../context/side-column.tsx';
import { useAttachDevice } from '../context/use-attach-device.tsx';
import { CUSTOMER_FIELD_ID, isTypingElsewhere, PHONE_FIELD_ID } from '../focus.ts';
import type { TicketProps } from '../ticket-props.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { type CallerText, type CustomerText, isBareNumber, readCustomerText } from './read-customer-text.ts';

/** What stands in the line, and what Enter does with it. */
export type CallerTaking = {
  readonly ticketId: string;
  readonly draft: Draft;
  /** @param customerId null makes a customer of the text, if there is any about a person */
  readonly run: (customerId: string | null, text: CallerText) => void;
  /** The agent is not through with the line, whoever has become the caller meanwhile: it stays, with its text and the focus. */
  readonly isHeld: boolean;
  /** The agent is through with the empty line. */
  readonly leave: () => void;
  readonly error: CallError | null;
};

const CallerTakingContext = createContext<CallerTaking | null>(null);

/** There is one line for a ticket, in the step or in the column beside it: one text, and commands that outlive both places. */
export function CallerTakingProvider({
  ticket,
  playbook,
  children,
}: TicketProps & { readonly children: ReactNode }) {
  const { question, ...taking } = useTakeCaller({ ticket, playbook });
  return (
    <CallerTakingContext value={taking}>
      {children}
      {question}
    </CallerTakingContext>
  );
}

export function useCallerTaking(): CallerTaking {
  const taking = useContext(CallerTakingContext);
  if (taking === null) throw new Error('useCallerTaking needs a CallerTakingProvider.');
  return taking;
}

/**
 * Takes what the line says: first who calls, then the device, so that a serial never names another caller than the agent did. The
 * line is empty from Enter on, for what is typed next; what is refused comes back into it.
 */
function useTakeCaller({ ticket, playbook }: TicketProps): CallerTaking & { readonly question: ReactNode } {
  const draft = useDraft(ticket.id, 'customerSearch');
  const line = useRef(draft.text);
  line.current = draft.text;
  // Behind a serial alone the name comes next: its owner, who is presumed to call, must not take the line away.
  const [isNameNext, setNameNext] = useState(false);
  const attach = useCommand('ticket.attachCustomer');
  const create = useCommand('customer.create');
  const keep = useKeepTicket();
  const column = useSideColumn();
  const putBack = (text: string) => draft.setText(`${text} ${line.current}`.trim());
  const device = useAttachDevice(ticket.id, () => undefined, putBack);
  const isBusy = attach.isPending || create.isPending || device.isPending;
  const takeDevice = (serial: string) => device.run(serial, playbook.match.deviceKinds[0] ?? 'recorder');
  /** @param created null when the customer was known already */
  const taken = (created: Customer | null, serial: string | null) => {
    setNameNext(false);
    if (serial !== null) takeDevice(serial);
    // Who has typed on goes on there.
    if (line.current.trim() !== '') {
      if (column.edited === 'customer') column.change('customer');
      return;
    }
    // Who has gone on to another field goes on there; else what is typed next must not reach the step.
    if (isTypingElsewhere(CUSTOMER_FIELD_ID)) return;
    const asked = created === null ? null : missingFieldOf(created);
    if (created === null || asked === null) column.endEditing();
    else column.editCaller(created.id, asked);
  };
  const run: CallerTaking['run'] = (customerId, { person, serial }) => {
    if (isBusy || (customerId === null && person === '' && serial === null)) return;
    const whole = draft.text;
    draft.setText('');
    const onError = () => putBack(whole);
    const onSuccess = ({ ticket: changed }: { readonly ticket: TicketDetails }) => {
      keep(changed);
      taken(customerId === null ? changed.customer : null, serial);
    };
    if (customerId !== null) {
      attach.mutate({ ticketId: ticket.id, customerId }, { onSuccess, onError });
    } else if (person !== '') {
      create.mutate({ ticketId: ticket.id, ...newCustomerOf(person) }, { onSuccess, onError });
    } else if (serial !== null) {
      setNameNext(true);
      takeDevice(serial);
    }
  };
  return {
    ticketId: ticket.id,
    draft,
    run,
    isHeld: isNameNext || draft.text.trim() !== '',
    leave: () => setNameNext(false),
    error: attach.error ?? create.error ?? device.error,
    question: device.question,
  };
}

/** A bare number is taken where the agent has chosen it for a phone number. */
function newCustomerOf(text: string): CustomerText {
  return isBareNumber(text) ? { name: '', phones: [text], emails: [] } : readCustomerText(text);
}

/** A caller who gave a name goes on with the number, and the other way round. */
function missingFieldOf({ name, phones }: Customer): string | null {
  if (name === '') return CUSTOMER_FIELD_ID;
  return phones.length === 0 ? PHONE_FIELD_ID : null;
}
