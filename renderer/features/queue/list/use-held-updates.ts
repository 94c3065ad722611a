import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Change } from '../../../../core/contract/change-calls.ts';
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
      recordFeed.subscribe((changes) => {
        // The whole desk is another one, as when demo data comes and goes.
        if (changes === null || changes.some(({ kind }) => kind === 'demo')) updates.apply();
        else for (const id of changedRows(changes)) updates.note(id);
      }),
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

/** Tickets, or where none has changed, whom or what rows name. */
function changedRows(changes: readonly Change[]): string[] {
  const idsOf = (...kinds: Change['kind'][]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const tickets = idsOf('ticket');
  return tickets.length > 0 ? tickets : idsOf('customer', 'device');
}
