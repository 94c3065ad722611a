import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { client } from '../../api/client.ts';

/** A click on a desktop notification opens its ticket, also one from before the window was there. */
export function useOpenRequests(): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const open = (ticketId: string) => navigate(`/ticket/${ticketId}`);
    void client.call('alarm.takeOpenRequest', {}).then(({ ticketId }) => {
      if (ticketId !== null) open(ticketId);
    });
    return client.on('alarm.openRequested', ({ ticketId }) => open(ticketId));
  }, [navigate]);
}
