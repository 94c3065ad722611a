import { useEffect, useState } from 'react';
import { deskNow, onDeskTimeSet } from './desk-time.ts';

/** The desk's time, refreshed every `everyMs`; for countdowns. Epoch milliseconds, always read from the clock, never counted up. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(deskNow);
  useEffect(() => {
    const read = () => setNow(deskNow());
    const timer = setInterval(read, everyMs);
    const stop = onDeskTimeSet(read);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [everyMs]);
  return now;
}
