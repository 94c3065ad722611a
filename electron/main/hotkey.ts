import type { HotkeyState } from '../../core/contract/shell-records.ts';

/** Works while a remote-support window has the focus. Rarely taken by other programs; Cmd+Shift+2 is free on macOS. */
export const DEFAULT_HOTKEY = process.platform === 'darwin' ? 'Command+Shift+2' : 'Control+Shift+F2';

/** So long a test waits for the key. */
const TEST_MS = 20_000;

export interface HotkeyOptions {
  /** Electron's global shortcuts. `register` answers false when another program has the keys. */
  readonly shortcuts: {
    register(accelerator: string, onPress: () => void): boolean;
    unregister(accelerator: string): void;
  };
  /** Wayland's desktops may refuse or ask the user, and `register` does not say so. */
  readonly isWayland: boolean;
  readonly onPress: () => void;
  readonly onState: (state: HotkeyState) => void;
}

/** The key that calls the console from any program. It counts as working only once it has really arrived. */
export class Hotkey {
  readonly #options: HotkeyOptions;
  #state: HotkeyState = { accelerator: null, state: 'off' };
  #endTest: ((hasArrived: boolean) => void) | null = null;

  constructor(options: HotkeyOptions) {
    this.#options = options;
  }

  getState(): HotkeyState {
    return this.#state;
  }

  /** Registers these keys in place of the former ones; null for none. */
  apply(accelerator: string | null): void {
    const former = this.#state.accelerator;
    if (former === accelerator) return;
    if (former !== null) this.#options.shortcuts.unregister(former);
    this.stopTest();
    this.#tell(accelerator === null ? { accelerator, state: 'off' } : this.#register(accelerator));
  }

  /** Waits for the key; while it does, a press is told here and starts no scan. */
  test(): Promise<boolean> {
    this.stopTest();
    return new Promise((settle) => {
      const timer = setTimeout(() => this.stopTest(), TEST_MS);
      this.#endTest = (hasArrived) => {
        clearTimeout(timer);
        this.#endTest = null;
        settle(hasArrived);
      };
    });
  }

  stopTest(): void {
    this.#endTest?.(false);
  }

  #register(accelerator: string): HotkeyState {
    const isRegistered = this.#options.shortcuts.register(accelerator, () => this.#arrive());
    if (this.#options.isWayland) return { accelerator, state: 'wayland' };
    return { accelerator, state: isRegistered ? 'untested' : 'taken' };
  }

  #arrive(): void {
    this.#tell({ ...this.#state, state: 'works' });
    if (this.#endTest === null) this.#options.onPress();
    else this.#endTest(true);
  }

  #tell(state: HotkeyState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
