import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isSingleKey, keyName } from './key-name.ts';

/** A single key and what it does here; shown in the status line. */
export type Shortcut = {
  /** As `keyName` gives it: `S`, `1`, `Slash`, `Enter`, `Escape`, `F6`. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly isEnabled?: boolean;
  /** Works but is not named in the status line (a second way to the same thing). */
  readonly isQuiet?: boolean;
};

type Entry = { readonly layer: number; readonly shortcuts: readonly Shortcut[] };
type Registry = {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly areSingleKeysEnabled: boolean;
  readonly put: (id: string, entry: Entry | null) => void;
};

const RegistryContext = createContext<Registry | null>(null);
const LayerContext = createContext(0);

type ProviderProps = {
  readonly children: ReactNode;
  /** Letters and digits can be switched off (WCAG 2.1.4); Enter, Escape and function keys stay. */
  readonly areSingleKeysEnabled: boolean;
};

/** Holds the keys that are valid now. Only the topmost layer listens, so a dialog silences the page under it. */
export function ShortcutProvider({ children, areSingleKeysEnabled }: ProviderProps) {
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry>>(new Map());
  // Must stay the same function: it is what the effect of every `useShortcuts` depends on.
  const put = useCallback<Registry['put']>(
    (id, entry) => setEntries((before) => withEntry(before, id, entry)),
    [],
  );
  const registry = useMemo<Registry>(
    () => ({ entries, areSingleKeysEnabled, put }),
    [entries, areSingleKeysEnabled, put],
  );
  const active = useRef<readonly Shortcut[]>([]);
  active.current = activeShortcuts(entries);
  const isPageOnTop = useRef(true);
  isPageOnTop.current = topLayer(entries) === 0;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyName(event);
      if (key === null || event.defaultPrevented || event.repeat) return;
      if (isSingleKey(key) && !areSingleKeysEnabled) return;
      if (key === 'Escape' && isPageOnTop.current && isTextField(event.target)) {
        // The first Escape only ends typing: an agent must not lose the page, and single keys work again.
        event.preventDefault();
        event.target.blur();
        return;
      }
      const shortcut = active.current.find(
        (candidate) => candidate.key === key && candidate.isEnabled !== false,
      );
      if (shortcut === undefined || isMeantForTarget(event.target, key)) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [areSingleKeysEnabled]);

  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Wrap a dialog's content: while it is there, only shortcuts inside it work. */
export function ShortcutLayer({ children }: { readonly children: ReactNode }) {
  const layer = useContext(LayerContext) + 1;
  return (
    <LayerContext value={layer}>
      <LayerMark />
      {children}
    </LayerContext>
  );
}

function LayerMark() {
  useShortcuts([]);
  return null;
}

/** Makes keys work while the component is on screen. Pass the labels from the locale files. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const id = useId();
  const layer = useContext(LayerContext);
  const put = useRegistry().put;
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts
    .map((s) => `${s.key}:${s.label}:${s.isEnabled !== false}:${s.isQuiet === true}`)
    .join('|');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; `run` is read through the ref, so that a new closure does not register again.
  useEffect(() => {
    const stable = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
    }));
    put(id, { layer, shortcuts: stable });
    return () => put(id, null);
  }, [id, layer, put, signature]);
}

/** The keys to name in the status line. */
export function useShortcutHints(): readonly Shortcut[] {
  const { entries, areSingleKeysEnabled } = useRegistry();
  return activeShortcuts(entries).filter(
    (shortcut) =>
      shortcut.isEnabled !== false &&
      !shortcut.isQuiet &&
      (areSingleKeysEnabled || !isSingleKey(shortcut.key)),
  );
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('useShortcuts needs a ShortcutProvider.');
  return registry;
}

function withEntry(
  before: ReadonlyMap<string, Entry>,
  id: string,
  entry: Entry | null,
): ReadonlyMap<string, Entry> {
  const after = new Map(before);
  if (entry === null) after.delete(id);
  else after.set(id, entry);
  return after;
}

function activeShortcuts(entries: ReadonlyMap<string, Entry>): readonly Shortcut[] {
  const top = topLayer(entries);
  return [...entries.values()].filter((entry) => entry.layer === top).flatMap((entry) => entry.shortcuts);
}

/** 0 is the page; every open dialog is one above what it covers. */
function topLayer(entries: ReadonlyMap<string, Entry>): number {
  return Math.max(0, ...[...entries.values()].map((entry) => entry.layer));
}

/** Typing stays typing, and Enter on a button presses that button. */
function isMeantForTarget(target: EventTarget | null, key: string): boolean {
  if (isTextField(target)) return isSingleKey(key) || (key === 'Enter' && target.matches('textarea, select'));
  const isPressed = target instanceof HTMLElement && target.closest(PRESSED_BY_ENTER) !== null;
  return key === 'Enter' && isPressed;
}

const PRESSED_BY_ENTER = 'button, a[href], summary, [role=button], [role=option]';
const TEXT_FIELD =
  'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=true]';

function isTextField(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches(TEXT_FIELD);
}
