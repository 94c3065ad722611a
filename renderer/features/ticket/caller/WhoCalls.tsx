import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { useSideColumn } from '../context/side-column.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { CallerLine } from './CallerLine.tsx';
import { useCallerTaking } from './caller-taking.tsx';
import { OwnDevices } from './OwnDevices.tsx';

/** Asked where it is answered: in the step. Once the caller is known, his devices are offered in its place. */
export function WhoCalls({ ticket }: Pick<TicketProps, 'ticket'>) {
  const { customer, device } = ticket;
  const taking = useCallerTaking();
  const { changed } = useSideColumn();
  if (changed === 'customer' && customer !== null) return null;
  if (customer === null || taking.isHeld) return <CallerLine />;
  return (
    <>
      {device === null && <OwnDevices ticketId={ticket.id} caller={customer} />}
      <CallErrorNotice error={taking.error} />
    </>
  );
}
