import { useLocation, useSearch } from 'wouter';
import { type QueueAddress, readQueueAddress, writeQueueAddress } from './queue-address.ts';

/** What the queue shows, and how to change it. A change of lane can be gone back from; typing can not. */
export function useQueueAddress() {
  const address = readQueueAddress(useSearch());
  const [, navigate] = useLocation();
  return {
    address,
    change: (change: Partial<QueueAddress>) =>
      navigate(writeQueueAddress({ ...address, ...change }), { replace: change.lane === undefined }),
    openTicket: (ticketId: string) => {
      navigate(writeQueueAddress({ ...address, ticketId }), { replace: true });
      navigate(`/ticket/${ticketId}`);
    },
  };
}
