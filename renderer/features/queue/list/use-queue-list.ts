import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type QueueView, sameView } from '../../../../core/queue/view.ts';
import { client } from '../../../api/client.ts';
import { QueueList } from './queue-list.ts';

type Bound = { readonly view: QueueView; readonly list: QueueList };

/**
 * The rows of a view. While another filter or order of the same lane is being read the former rows stay; on a change of
 * lane they do not, because rows under the wrong heading would mislead.
 *
 * @param firstIndex where to begin
 */
export function useQueueList(view: QueueView, firstIndex: number): Bound {
  const wanted = useBound(view, firstIndex);
  const shown = useRef(wanted);
  const { loaded, error } = useSyncExternalStore(wanted.list.subscribe, wanted.list.state);
  const isAnswered = loaded !== null || error !== null;
  const current = isAnswered || shown.current.view.lane !== view.lane ? wanted : shown.current;
  useEffect(() => {
    shown.current = current;
  });
  return current;
}

function useBound(view: QueueView, firstIndex: number): Bound {
  const last = useRef<Bound | null>(null);
  const bound = useMemo(() => {
    const before = last.current;
    return before !== null && sameView(before.view, view) ? before : bind(view, firstIndex);
  }, [view, firstIndex]);
  useEffect(() => {
    if (last.current === bound) return;
    last.current = bound;
    bound.list.show(firstIndex, firstIndex);
  }, [bound, firstIndex]);
  return bound;
}

function bind(view: QueueView, firstIndex: number): Bound {
  const list = new QueueList(
    {
      page: (input) => client.call('queue.page', { view, ...input }),
      walk: (input) => client.call('queue.walk', { view, ...input }),
    },
    firstIndex,
  );
  return { view, list };
}
