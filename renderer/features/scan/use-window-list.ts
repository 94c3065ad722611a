import { useCallback, useEffect, useState } from 'react';
import type { WatchableWindow } from '../../../core/contract/shell-records.ts';
import { client } from '../../api/client.ts';

export interface WindowList {
  /** Null while they are looked for. */
  readonly windows: readonly WatchableWindow[] | null;
  readonly error: Error | null;
  readonly refresh: () => void;
}

/** The other programs' windows at this moment; not kept, because their pictures are large and soon old. */
export function useWindowList(): WindowList {
  const [state, setState] = useState<Omit<WindowList, 'refresh'>>({ windows: null, error: null });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round looks again.
  useEffect(() => {
    let isGone = false;
    client.call('capture.listWindows', {}).then(
      ({ windows }) => {
        if (!isGone) setState({ windows, error: null });
      },
      (error: Error) => {
        if (!isGone) setState({ windows: [], error });
      },
    );
    return () => {
      isGone = true;
    };
  }, [round]);
  const refresh = useCallback(() => {
    setState({ windows: null, error: null });
    setRound((before) => before + 1);
  }, []);
  return { ...state, refresh };
}
