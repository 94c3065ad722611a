import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { client } from '../../../api/client.ts';
import { recordFeed } from '../../../api/record-feed.ts';
import { HeldUpdates } from './held-updates.ts';
import type { QueueList } from './queue-list.ts';

/** Applies what changes elsewhere to the list, but not while the pointer or the focus is in it. */
export function useHeldUpdates(list: QueueList) {
  // Of this list alone: another one is read anew anyway.
  const updates = useMemo(() => new HeldUpdates(() => list.refresh()), [list]);
  const presence = useRef({ pointer: false, focus: false });
  useEffect(() => {
    updates.hold(presence.current.pointer || presence.current.focus);
    const stops = [
      recordFeed.subscribe((changes) => updates.take(changes)),
      // The agent has asked for it just now, and looks where it should show.
      client.on('desk.commandTurned', () => updates.apply()),
    ];
    return () => {
      for (const stop of stops) stop();
      updates.stop();
    };
  }, [updates]);
  const holders = useMemo(() => {
    const be = (change: Partial<typeof presence.current>) => () => {
      presence.current = { ...presence.current, ...change };
      updates.hold(presence.current.pointer || presence.current.focus);
    };
    return {
      onPointerEnter: be({ pointer: true }),
      onPointerLeave: be({ pointer: false }),
      onFocus: be({ focus: true }),
      onBlur: be({ focus: false }),
    };
  }, [updates]);
  return {
    count: useSyncExternalStore(updates.subscribe, updates.count),
    apply: () => updates.apply(),
    /** The rows are gone, and with them whoever was at them. */
    release: () => {
      presence.current = { pointer: false, focus: false };
      updates.hold(false);
    },
    /** For the element around the rows. */
    holders,
  };
}
