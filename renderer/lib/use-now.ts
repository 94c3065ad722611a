import { useEffect, useState } from 'react';

/** The time, refreshed every `everyMs`; for countdowns. Epoch milliseconds, always read from the clock, never counted up. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
