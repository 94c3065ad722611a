import { type CommandId, isPlaceKey } from '../../core/commands/commands.ts';

/** What can be done here, and its key; shown in the status line. */
export type Shortcut = {
  /** Null for a key that goes by place. */
  readonly command: CommandId | null;
  /** As `keyNames` gives it: `S`, `1`, `Slash`, `Enter`, `Escape`, `F6`, `Ctrl+K`. Null for a command without a key. */
  readonly key: string | null;
  readonly label: string;
  readonly run: () => void;
  readonly isEnabled?: boolean;
  /** Records, makes or lets out something, so it waits for a moment until it is plain that no scanner has pressed it. */
  readonly hasWeight?: boolean;
  /** Works but is not named in the status line (a second way to the same thing). */
  readonly isQuiet?: boolean;
  /** No dialog silences it. */
  readonly isOnEveryLayer?: boolean;
};

export interface ShortcutRegistry {
  /** Sets what one component on this layer listens to; an id that is known keeps its place. */
  put(id: string, layer: number, shortcuts: readonly Shortcut[]): void;
  remove(id: string): void;
  /** The keys that work now, each once. The same array until something changes. */
  readonly active: () => readonly Shortcut[];
  /** What a command does now; undefined while nothing on the topmost layer offers it. */
  readonly find: (command: CommandId) => Shortcut | undefined;
  /** The number of a layer that comes up now: it lies over all that are there, wherever its component stands in the tree. */
  readonly newLayer: () => number;
  /** 0 is the page. */
  readonly topLayer: () => number;
  /** Told after every change; answers the function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * The keys that are valid now. Only the topmost layer counts, so a dialog silences the page under it, but for the few keys that are
 * on every layer. Of two that want the same key, the one that came up last has it: Escape first closes what was opened within the page.
 */
export function createShortcutRegistry(): ShortcutRegistry {
  const entries = new Map<string, { readonly layer: number; readonly shortcuts: readonly Shortcut[] }>();
  const listeners = new Set<() => void>();
  let active: readonly Shortcut[] = [];
  let topLayer = 0;
  let layersMade = 0;

  function changed(): void {
    const all = [...entries.values()];
    topLayer = Math.max(0, ...all.map(({ layer }) => layer));
    active = lastOfEachKey(
      all.flatMap(({ layer, shortcuts }) =>
        layer === topLayer ? shortcuts : shortcuts.filter(({ isOnEveryLayer }) => isOnEveryLayer === true),
      ),
    );
    for (const listener of [...listeners]) listener();
  }

  return {
    put(id, layer, shortcuts) {
      const stray = shortcuts.find(
        ({ command, key }) => command === null && (key === null || !isPlaceKey(key)),
      );
      if (stray !== undefined) throw new Error(`The key ${stray.key} belongs to no command of the register.`);
      entries.set(id, { layer, shortcuts });
      changed();
    },
    remove(id) {
      if (entries.delete(id)) changed();
    },
    active: () => active,
    find: (command) => active.find((shortcut) => shortcut.command === command),
    newLayer: () => {
      layersMade += 1;
      return layersMade;
    },
    topLayer: () => topLayer,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function lastOfEachKey(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  const enabled = shortcuts.filter(({ isEnabled }) => isEnabled !== false);
  const place = ({ key, command }: Shortcut) => key ?? command;
  const last = new Map(enabled.map((shortcut) => [place(shortcut), shortcut]));
  return enabled.filter((shortcut) => last.get(place(shortcut)) === shortcut);
}
