import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { client } from '../../api/client.ts';

/** A click on a desktop notification opens its ticket. */
export function useOpenRequests(): void {
  const [, navigate] = useLocation();
  useEffect(
    () => client.on('alarm.openRequested', ({ ticketId }) => navigate(`/ticket/${ticketId}`)),
    [navigate],
  );
}
