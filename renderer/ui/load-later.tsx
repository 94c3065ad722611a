import { type ComponentType, useEffect, useState } from 'react';
import { LoadFailed } from './LoadFailed.tsx';

/** Not yet loaded. */
const waiting = new Set<() => Promise<void>>();

/**
 * A part of the window that its first page does without. It is loaded when it is first shown, or once the first page stands
 * (`loadTheRest`); then it is drawn at once, as a part that was there from the start.
 */
export function loadLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const fetch = async () => {
    Loaded = await load();
    waiting.delete(fetch);
  };
  waiting.add(fetch);
  return function LaterPart(props: Props) {
    const [state, setState] = useState<'waiting' | 'loaded' | 'failed'>('waiting');
    useEffect(() => {
      if (Loaded !== null) return;
      fetch().then(
        () => setState('loaded'),
        () => setState('failed'),
      );
    }, []);
    if (state === 'failed') return <LoadFailed />;
    return Loaded === null ? null : <Loaded {...props} />;
  };
}

/** Loads every part that is not there yet, one after another while the window rests. */
export async function loadTheRest(): Promise<void> {
  for (const fetch of waiting) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: LATEST_MS }));
    // A part that can not be loaded says so where it would be.
    await fetch().catch(() => undefined);
  }
}

/** A busy window rests at last after so long. */
const LATEST_MS = 1000;
