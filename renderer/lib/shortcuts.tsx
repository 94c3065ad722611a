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
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandId, commands } from '../../core/commands/commands.ts';
import { type ChosenKeys, keyOf } from '../../core/commands/keymap.ts';
import { isFieldKey, isSingleKey, keyNames } from './key-name.ts';
import { createShortcutRegistry, type Shortcut, type ShortcutRegistry } from './shortcut-registry.ts';
import { isTextField } from './text-field.ts';

export type { Shortcut } from './shortcut-registry.ts';

/**
 * What a component listens to: a command of the register, whose key and words are told there, or a key that goes by place
 * (Enter, Escape, an arrow, a digit) with its words here.
 */
export type Binding = Pick<Shortcut, 'run' | 'isEnabled' | 'isQuiet' | 'isOnEveryLayer'> &
  (
    | {
        readonly command: CommandId;
        /** Where it says more than the register's words, such as what it is done to. */
        readonly label?: string;
      }
    | { readonly key: string; readonly label: string }
  );

type Keys = {
  readonly registry: ShortcutRegistry;
  readonly areSingleKeysEnabled: boolean;
  readonly chosen: ChosenKeys;
};

const KeysContext = createContext<Keys | null>(null);
const LayerContext = createContext(0);

type ProviderProps = {
  readonly children: ReactNode;
  /** Letters and digits can be switched off (WCAG 2.1.4); Enter, Escape and function keys stay. */
  readonly areSingleKeysEnabled: boolean;
  /** Keys that the agent has given to commands. */
  readonly chosen: ChosenKeys;
};

/** Listens for the keys that are valid now. A component that changes its keys does not draw the page again. */
export function ShortcutProvider({ children, areSingleKeysEnabled, chosen }: ProviderProps) {
  const [registry] = useState(createShortcutRegistry);
  const keys = useMemo<Keys>(
    () => ({ registry, areSingleKeysEnabled, chosen }),
    [registry, areSingleKeysEnabled, chosen],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      if (event.key === 'Escape' && registry.topLayer() === 0 && isTextField(event.target)) {
        // The first Escape only ends typing: an agent must not lose the page, and single keys work again.
        event.preventDefault();
        event.target.blur();
        return;
      }
      const shortcut = findShortcut(registry.active(), keyNames(event));
      if (shortcut === undefined || shortcut.key === null) return;
      if (isMeantForTarget(event.target, shortcut.key)) return;
      if (isSingleKey(shortcut.key) && !areSingleKeysEnabled) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', keepFromPage, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', keepFromPage, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [registry, areSingleKeysEnabled]);

  return <KeysContext value={keys}>{children}</KeysContext>;
}

/** Keys of an input method choose its words: its Enter and Escape are not ours, in no field and no form. */
function keepFromPage(event: KeyboardEvent): void {
  if (event.isComposing) event.stopImmediatePropagation();
}

function findShortcut(active: readonly Shortcut[], names: readonly string[]): Shortcut | undefined {
  const candidates = names.map((name) => active.find(({ key }) => key === name));
  return candidates.find((candidate) => candidate !== undefined);
}

/**
 * Wrap a dialog's content: while it is there, only shortcuts inside it work. Of several the one that came up last counts, as it does
 * for the eye: a question from outside can come up over a dialog that it knows nothing of.
 */
export function ShortcutLayer({ children }: { readonly children: ReactNode }) {
  const { registry } = useKeys();
  const [layer] = useState(registry.newLayer);
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

/** Makes commands and keys work while the component is on screen. */
export function useShortcuts(bindings: readonly Binding[]): void {
  const id = useId();
  const layer = useContext(LayerContext);
  const { t } = useTranslation('commands');
  const { registry, chosen } = useKeys();
  const shortcuts = bindings.map((binding): Shortcut => {
    if ('key' in binding) return { ...binding, command: null };
    const { command } = binding;
    return {
      ...binding,
      key: keyOf(command, chosen),
      label: binding.label ?? t(`words.${command}`),
      hasWeight: commands[command].hasWeight === true,
    };
  });
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts
    .map((s) => `${s.command}:${s.key}:${s.label}:${s.isEnabled !== false}:${s.isQuiet === true}`)
    .join('|');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; `run` is read through the ref, so that a new closure does not register again.
  useEffect(() => {
    const stable = latest.current.map((shortcut) => ({
      ...shortcut,
      run: () => sameIn(latest.current, shortcut)?.run(),
    }));
    registry.put(id, layer, stable);
  }, [id, layer, registry, signature]);

  // Apart from the effect above, so that a component whose keys change keeps its place among the others.
  useEffect(() => () => registry.remove(id), [id, registry]);
}

/** What the component offers now in place of what it offered; by name, because the list may have changed meanwhile. */
function sameIn(now: readonly Shortcut[], was: Shortcut): Shortcut | undefined {
  const place = ({ command, key }: Shortcut) => command ?? key;
  return now.findLast((shortcut) => place(shortcut) === place(was) && shortcut.isEnabled !== false);
}

/** Gives a command if the page offers it at that moment; says whether it did. */
export function useCommandRunner(): (command: CommandId) => boolean {
  const { registry } = useKeys();
  return useCallback(
    (command) => {
      const shortcut = registry.find(command);
      shortcut?.run();
      return shortcut !== undefined;
    },
    [registry],
  );
}

/** Whether a dialog lies over the page at the moment of asking. */
export function useIsPageCovered(): () => boolean {
  const { registry } = useKeys();
  return useCallback(() => registry.topLayer() > 0, [registry]);
}

/** Finds what a pressed key does on this page, if anything. */
export function useShortcutFinder(): (event: KeyboardEvent) => Shortcut | undefined {
  const { registry } = useKeys();
  return useCallback((event) => findShortcut(registry.active(), keyNames(event)), [registry]);
}

/** Everything that can be done now, also what has no key, or none while single keys are switched off. */
export function useActiveShortcuts(): readonly Shortcut[] {
  const { registry, areSingleKeysEnabled } = useKeys();
  const active = useSyncExternalStore(registry.subscribe, registry.active);
  return areSingleKeysEnabled
    ? active
    : active.map((shortcut) =>
        shortcut.key !== null && isSingleKey(shortcut.key) ? { ...shortcut, key: null } : shortcut,
      );
}

/** The key of a command as it is now; null while it has none, or single keys are switched off. */
export function useKeyOf(command: CommandId): string | null {
  return useKeyFinder()(command);
}

/** The same for many. */
export function useKeyFinder(): (command: CommandId) => string | null {
  const { chosen, areSingleKeysEnabled } = useKeys();
  return useCallback(
    (command) => {
      const key = keyOf(command, chosen);
      return key !== null && isSingleKey(key) && !areSingleKeysEnabled ? null : key;
    },
    [chosen, areSingleKeysEnabled],
  );
}

function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (keys === null) throw new Error('useShortcuts needs a ShortcutProvider.');
  return keys;
}

/** Typing stays typing, and Enter on a button presses that button. */
function isMeantForTarget(target: EventTarget | null, key: string): boolean {
  if (isTextField(target)) return isFieldKey(key) || (key === 'Enter' && target.matches('textarea, select'));
  const isPressed = target instanceof HTMLElement && target.closest(PRESSED_BY_ENTER) !== null;
  return key === 'Enter' && isPressed;
}

const PRESSED_BY_ENTER = 'button, a[href], summary, [role=button], [role=option]';
