import { useRef, useState } from 'react';
import type { BulkChange } from '../../../../core/contract/queue-calls.ts';
import type { QueueView } from '../../../../core/queue/view.ts';
import { client } from '../../../api/client.ts';
import { type BulkReport, changeTickets } from './bulk-run.ts';

/** More tickets at once are more than anybody can look over or take back. */
export const PICKED_MAX = 10_000;

export type Bulk = {
  readonly isRunning: boolean;
  readonly report: BulkReport | null;
  /** How many tickets were gathered so far, while all of a list are being picked. */
  readonly gathered: number | null;
  readonly error: Error | null;
  readonly run: (ticketIds: readonly string[], change: BulkChange) => void;
  /** Every ticket of the view, up to `PICKED_MAX`. */
  readonly gather: (view: QueueView) => Promise<ReadonlySet<string> | null>;
  readonly stop: () => void;
  readonly dismiss: () => void;
};

/** Changes many tickets, with progress and a way to stop. @param onChanged after every command, to show it */
export function useBulk(onChanged: () => void): Bulk {
  const [report, setReport] = useState<BulkReport | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [gathered, setGathered] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const isStopped = useRef(false);
  const begin = () => {
    isStopped.current = false;
    setError(null);
    setReport(null);
  };
  const fail = (cause: unknown) => setError(cause instanceof Error ? cause : new Error(String(cause)));

  const run = async (ticketIds: readonly string[], change: BulkChange) => {
    begin();
    setRunning(true);
    const onProgress = (progress: BulkReport) => {
      setReport(progress);
      onChanged();
    };
    // One thing that the agent does is one thing to undo.
    const runId = crypto.randomUUID();
    try {
      setReport(
        await changeTickets(
          ticketIds,
          change,
          (input) => client.call('ticket.changeMany', { ...input, runId }),
          { onProgress, isStopped: () => isStopped.current },
        ),
      );
    } catch (cause) {
      fail(cause);
    } finally {
      setRunning(false);
    }
  };

  const gather = async (view: QueueView) => {
    begin();
    const ids = new Set<string>();
    try {
      let from = null;
      do {
        setGathered(ids.size);
        const part: Awaited<ReturnType<typeof nextIds>> = await nextIds(view, from);
        for (const id of part.ids) if (ids.size < PICKED_MAX) ids.add(id);
        from = part.next;
      } while (from !== null && ids.size < PICKED_MAX && !isStopped.current);
      return isStopped.current ? null : ids;
    } catch (cause) {
      fail(cause);
      return null;
    } finally {
      setGathered(null);
    }
  };

  return {
    isRunning,
    report,
    gathered,
    error,
    run: (ticketIds, change) => void run(ticketIds, change),
    gather,
    stop: () => {
      isStopped.current = true;
    },
    dismiss: () => setReport(null),
  };
}

type From = Parameters<typeof client.call<'queue.listIds'>>[1]['from'];

function nextIds(view: QueueView, from: From) {
  return client.call('queue.listIds', { view, from });
}
