import { useState, useSyncExternalStore } from 'react';
import { PracticeDevice } from '../../../core/practice/device.ts';
import type { PracticeState } from '../../../core/practice/state.ts';
import { randomInt } from '../../lib/random-int.ts';

/** One pretend device for as long as the window is open; it is forgotten with it. */
export function usePracticeDevice(): { readonly device: PracticeDevice; readonly state: PracticeState } {
  const [device] = useState(() => new PracticeDevice({ now: () => Date.now(), randomInt }));
  return { device, state: useSyncExternalStore(device.subscribe, device.getState) };
}
