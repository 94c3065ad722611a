import type { ReactNode } from 'react';
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

type Options = TicketProps & { readonly onTaken?: () => void };

/** What stands in the line, and what Enter does with it. */
export type CallerTaking = {
  readonly ticketId: string;
  readonly draft: Draft;
  /** @param customerId null makes a customer of the text, if there is any about a person */
  readonly run: (customerId: string | null, text: CallerText) => void;
  readonly error: CallError | null;
  /** Asked before the tickets of two customers become one. */
  readonly question: ReactNode;
};

/**
 * Takes what the line says: first who calls, then the device, so that a serial never names another caller than the agent did. A
 * serial that is refused stands where serials are typed. Used by what stays when the line goes.
 */
export function useTakeCaller({ ticket, playbook, onTaken }: Options): CallerTaking {
  const draft = useDraft(ticket.id, 'customerSearch');
  const serialDraft = useDraft(ticket.id, 'serial');
  const attach = useCommand('ticket.attachCustomer');
  const create = useCommand('customer.create');
  const keep = useKeepTicket();
  const column = useSideColumn();
  const device = useAttachDevice(ticket.id, () => serialDraft.setText(''));
  const isBusy = attach.isPending || create.isPending || device.isPending;
  const takeDevice = (serial: string) => {
    serialDraft.setText(serial);
    device.run(serial, playbook.match.deviceKinds[0] ?? 'recorder');
  };
  /** @param created null when the customer was known already */
  const taken = (created: Customer | null, serial: string | null) => {
    draft.setText('');
    onTaken?.();
    if (serial !== null) takeDevice(serial);
    // Who has gone on to another field goes on there; else what is typed next must not reach the step.
    if (isTypingElsewhere(CUSTOMER_FIELD_ID)) return;
    const asked = created === null ? null : missingFieldOf(created);
    if (created === null || asked === null) column.endEditing();
    else column.editCaller(created.id, asked);
  };
  const run: CallerTaking['run'] = (customerId, { person, serial }) => {
    if (isBusy) return;
    if (customerId !== null) {
      const onSuccess = ({ ticket: changed }: { readonly ticket: TicketDetails }) => {
        keep(changed);
        taken(null, serial);
      };
      attach.mutate({ ticketId: ticket.id, customerId }, { onSuccess });
    } else if (person !== '') {
      const onSuccess = ({ ticket: changed }: { readonly ticket: TicketDetails }) => {
        keep(changed);
        taken(changed.customer, serial);
      };
      create.mutate({ ticketId: ticket.id, ...newCustomerOf(person) }, { onSuccess });
    } else if (serial !== null) {
      draft.setText('');
      takeDevice(serial);
    }
  };
  return {
    ticketId: ticket.id,
    draft,
    run,
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
