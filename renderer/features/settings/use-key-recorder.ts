import { useEffect, useState } from 'react';
import type { CommandId } from '../../../core/commands/commands.ts';
import { type KeyFault, keyConflicts, keyOrFault } from '../../../core/commands/keymap.ts';
import type { Settings } from '../../../core/contract/shell-records.ts';
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

type Keys = Pick<Settings, 'keys' | 'hotkey'>;

/**
 * Hears the next key for a command; one that others have waits until the agent says whether to take it from them. Who clicks or goes
 * elsewhere wants no key any more: what is typed there is text.
 */
export function useKeyRecorder({ keys, hotkey }: Keys, onKey: (command: CommandId, key: string) => void) {
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
      const heard = hear(command, keyNames(event), { keys, hotkey });
      if (typeof heard !== 'string') {
        setRecording({ command, news: heard });
        return;
      }
      setRecording(null);
      onKey(command, heard);
    };
    // The question whether to take it from others has the focus itself.
    const letGo = () => setRecording((now) => (now?.news.kind === 'taken' ? now : null));
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('pointerdown', letGo, { capture: true });
    window.addEventListener('focusin', letGo);
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('pointerdown', letGo, { capture: true });
      window.removeEventListener('focusin', letGo);
      window.removeEventListener('blur', letGo);
    };
  }, [command, keys, hotkey, onKey]);
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
  { keys, hotkey }: Keys,
): string | Exclude<Recording['news'], { kind: 'waiting' }> {
  const heard = keyOrFault(names, hotkey);
  if ('fault' in heard) return { kind: 'fault', fault: heard.fault };
  const by = keyConflicts(command, heard.key, keys);
  return by.length === 0 ? heard.key : { kind: 'taken', key: heard.key, by };
}
