import { useEffect, useState } from 'react';
import type { CommandId } from '../../../core/commands/commands.ts';
import { type ChosenKeys, type KeyFault, keyConflicts, keyFault } from '../../../core/commands/keymap.ts';
import { keyNames } from '../../lib/key-name.ts';

/** What has come of the keys that the agent pressed for a command. */
export type Recording = {
  readonly command: CommandId;
  /** `waiting`: nothing was pressed yet; `taken`: others have the key in the same place. */
  readonly news:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'fault'; readonly fault: KeyFault }
    | { readonly kind: 'taken'; readonly key: string; readonly by: readonly CommandId[] };
};

/** Hears the next key for a command; one that others have waits until the agent says whether to take it from them. */
export function useKeyRecorder(chosen: ChosenKeys, onKey: (command: CommandId, key: string) => void) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const command = recording !== null && recording.news.kind !== 'taken' ? recording.command : null;
  useEffect(() => {
    if (command === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (MODIFIERS.has(event.key) || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') {
        setRecording(null);
        return;
      }
      const heard = hear(command, keyNames(event), chosen);
      if (typeof heard !== 'string') {
        setRecording({ command, news: heard });
        return;
      }
      setRecording(null);
      onKey(command, heard);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [command, chosen, onKey]);
  return {
    recording,
    start: (wanted: CommandId) => setRecording({ command: wanted, news: { kind: 'waiting' } }),
    stop: () => setRecording(null),
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS']);

/** The key, if it can be had. */
function hear(
  command: CommandId,
  names: readonly string[],
  chosen: ChosenKeys,
): string | Exclude<Recording['news'], { kind: 'waiting' }> {
  const [key] = names;
  if (key === undefined) return { kind: 'fault', fault: 'unknown' };
  const fault = keyFault(key);
  if (fault !== null) return { kind: 'fault', fault };
  const by = keyConflicts(command, key, chosen);
  return by.length === 0 ? key : { kind: 'taken', key, by };
}
