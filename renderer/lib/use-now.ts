import { useEffect, useState } from 'react';
import { deskNow } from './desk-time.ts';

/** The desk's time, refreshed every `everyMs`; for countdowns. Epoch milliseconds, always read from the clock, never counted up. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(deskNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(deskNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
