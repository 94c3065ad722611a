import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ChosenKeys, hotkeyConflicts } from '../../../core/commands/keymap.ts';
import type { HotkeyState } from '../../../core/contract/shell-records.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { type RecordedPress, recordPress } from './accelerator.ts';

/** `command`: one of the desk's commands has it, and would never hear it any more. */
type Refusal = Extract<RecordedPress, { kind: 'refused' }>['why'] | 'command';

export type HotkeyMode =
  | { readonly kind: 'idle'; readonly isMissed: boolean }
  | { readonly kind: 'testing' }
  | { readonly kind: 'recording'; readonly refusal: Refusal | null };

/** The global hotkey: its state as the shell tells it, a test that ends when the key arrives, and a recorder. */
export function useHotkey(keys: ChosenKeys, onRecorded: (accelerator: string) => void) {
  const queryClient = useQueryClient();
  const state = useCall('hotkey.getState', {}).data;
  const platform = useCall('app.getInfo', {}).data?.platform;
  const [mode, setMode] = useState<HotkeyMode>({ kind: 'idle', isMissed: false });
  useEffect(
    () =>
      client.on('hotkey.stateChanged', (changed: HotkeyState) =>
        queryClient.setQueryData(['hotkey.getState', {}], (before: object) => ({ ...before, ...changed })),
      ),
    [queryClient],
  );
  useEffect(() => () => void client.call('hotkey.stopTest', {}), []);

  const isRecording = mode.kind === 'recording';
  useEffect(() => {
    if (!isRecording) return;
    const onKeyDown = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const stop = () => {
        void client.call('hotkey.stopTest', {});
        setMode({ kind: 'idle', isMissed: false });
      };
      if (event.key === 'Escape') return stop();
      const recorded = recordPress(event, platform === 'darwin');
      if (recorded.kind === 'refused') setMode({ kind: 'recording', refusal: recorded.why });
      if (recorded.kind !== 'accelerator') return;
      if (hotkeyConflicts(recorded.accelerator, keys).length > 0) {
        setMode({ kind: 'recording', refusal: 'command' });
        return;
      }
      stop();
      onRecorded(recorded.accelerator);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isRecording, platform, keys, onRecorded]);

  return {
    state,
    mode,
    test: async () => {
      setMode({ kind: 'testing' });
      const { hasArrived } = await client.call('hotkey.test', {});
      setMode((now) => (now.kind === 'testing' ? { kind: 'idle', isMissed: !hasArrived } : now));
    },
    record: async () => {
      setMode({ kind: 'recording', refusal: null });
      // The keys that are set already never reach the page: the shell hears them, and then they are the ones meant.
      const { hasArrived } = await client.call('hotkey.test', {});
      if (hasArrived) setMode({ kind: 'idle', isMissed: false });
    },
  };
}
