import { useState, useSyncExternalStore } from 'react';
import { type ConfigToolState, PracticeConfigTool } from '../../../core/practice/config-tool.ts';
import { PracticeDevice } from '../../../core/practice/device.ts';
import type { PracticeCase, PracticeState } from '../../../core/practice/state.ts';
import { PracticeSupport, type SupportState } from '../../../core/practice/support.ts';
import { randomInt } from '../../lib/random-int.ts';

/** The pretend device and those around it, with what each of them shows now. */
export interface Rehearsal {
  readonly device: PracticeDevice;
  readonly state: PracticeState;
  readonly configTool: PracticeConfigTool;
  readonly toolState: ConfigToolState;
  readonly support: PracticeSupport;
  readonly supportState: SupportState;
  /** Begins anew with another device, on which this is the matter. */
  readonly beginAnew: (practiceCase: PracticeCase) => void;
}

/** One pretend device for as long as the window is open or until another case is chosen; it is forgotten with it. */
export function useRehearsal(): Rehearsal {
  const [{ device, configTool, support }, setPlayers] = useState(() => makePlayers('usual'));
  return {
    device,
    state: useSyncExternalStore(device.subscribe, device.getState),
    configTool,
    toolState: useSyncExternalStore(configTool.subscribe, configTool.getState),
    support,
    supportState: useSyncExternalStore(support.subscribe, support.getState),
    beginAnew: (practiceCase) => setPlayers(makePlayers(practiceCase)),
  };
}

function makePlayers(practiceCase: PracticeCase) {
  const device = new PracticeDevice({ now: () => Date.now(), randomInt }, practiceCase);
  const { now, allowForToday } = device;
  const { serial } = device.getState().label;
  return {
    device,
    configTool: new PracticeConfigTool(device),
    support: new PracticeSupport({ now, randomInt, serial, allowForToday }),
  };
}
