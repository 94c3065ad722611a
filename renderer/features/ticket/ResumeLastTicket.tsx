import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { client } from '../../api/client.ts';
import { isAtQueue } from './use-remember-ticket.ts';

/** The desk comes up anew behind a lock as well; there the agent goes on where the lock came, which may be the queue. */
let hasStarted = false;

/** At the start, brings up the ticket that was on the desk when the program last ran, if it is still open. */
export function ResumeLastTicket() {
  const [, navigate] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once at the start, wherever the agent goes later.
  useEffect(() => {
    if (hasStarted) return;
    let isCurrent = true;
    void findOpenLastTicket().then((ticketId) => {
      hasStarted = true;
      // The agent may have gone somewhere while the answer was on its way.
      if (isCurrent && ticketId !== null && isAtQueue()) navigate(`/ticket/${ticketId}`, { replace: true });
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return null;
}

/** Null also when it can not be read: then the queue is the right place to start. */
async function findOpenLastTicket(): Promise<string | null> {
  try {
    const { ticketId } = await client.call('desk.getLastTicket', {});
    if (ticketId === null) return null;
    const { ticket } = await client.call('ticket.get', { ticketId });
    return ticket.state.status === 'open' ? ticketId : null;
  } catch {
    return null;
  }
}
