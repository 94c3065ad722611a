import type { WebContents } from 'electron';
import type { Windows } from './windows.ts';

/** Requests to scan that come from outside the console: the hotkey, or a start with `--scan`. None is lost while it loads or is locked. */
export class ScanRequests {
  readonly #windows: Windows;
  #isPending = false;
  #listener: WebContents | null = null;

  constructor(windows: Windows) {
    this.#windows = windows;
  }

  /** Brings the console to the front and has it scan, now or as soon as it can. */
  request(): void {
    this.#windows.showConsole();
    if (this.#listener === null) this.#isPending = true;
    else this.#windows.broadcast('app.scanRequested', {});
  }

  /** The console's scanner is there from now on. Was one asked for before? */
  take(sender: WebContents): boolean {
    if (this.#listener !== sender) {
      const forget = () => {
        if (this.#listener === sender) this.#listener = null;
      };
      sender.once('destroyed', forget);
      // Loaded again; not told for a change of the address after the hash.
      sender.once('did-navigate', forget);
      sender.once('render-process-gone', forget);
    }
    this.#listener = sender;
    const wasPending = this.#isPending;
    this.#isPending = false;
    return wasPending;
  }
}
