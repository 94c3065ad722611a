import { useEffect } from 'react';
import type { ClockState } from '../../../core/contract/clock-calls.ts';
import { useCall } from '../../api/use-call.ts';
import { setDeskAhead } from '../../lib/desk-time.ts';

const LOOK_EVERY_MS = 1000;

/** The clocks of the page and of the computer part so much only when the latter was set, or after sleep. */
const PARTED_MS = 5000;

/** Keeps this window on the desk's time. Asks again when the computer's clock jumps, so that no countdown jumps with it. */
export function useDeskClock(): ClockState | undefined {
  const { data, refetch } = useCall('clock.getState', {});
  useEffect(() => {
    if (data !== undefined) setDeskAhead(data.aheadMs);
  }, [data]);
  useEffect(() => {
    let differenceMs = Date.now() - performance.now();
    const timer = setInterval(() => {
      const now = Date.now() - performance.now();
      if (Math.abs(now - differenceMs) > PARTED_MS) void refetch();
      differenceMs = now;
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return data;
}
