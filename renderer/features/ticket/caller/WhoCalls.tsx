import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { CallerLine } from './CallerLine.tsx';
import { OwnDevices } from './OwnDevices.tsx';
import { useTakeCaller } from './use-take-caller.tsx';

/** Asked where it is answered: in the step. Once the caller is known, his devices are offered in its place. */
export function WhoCalls({ ticket, playbook }: TicketProps) {
  const { customer, device } = ticket;
  const taking = useTakeCaller({ ticket, playbook });
  return (
    <>
      {customer === null ? (
        <CallerLine taking={taking} />
      ) : (
        <>
          {device === null && <OwnDevices ticketId={ticket.id} caller={customer} />}
          <CallErrorNotice error={taking.error} />
        </>
      )}
      {taking.question}
    </>
  );
}
