import type { WebContents } from 'electron';
import type { Windows } from './windows.ts';

/**
 * Requests to the console that come from outside it: the hotkey, a start with `--scan`, a click on a desktop notification.
 * None is lost while the window is closed, loads or is locked; of several the last counts, unless they are joined.
 */
export class ConsoleRequests<Request> {
  readonly #windows: Pick<Windows, 'showConsole' | 'console'>;
  readonly #tell: (request: Request) => void;
  readonly #join: (waiting: Request, next: Request) => Request;
  #pending: Request | null = null;
  #listener: WebContents | null = null;

  /**
   * @param tell tells a page that listens already, and brings it to the front when that is wanted
   * @param join what waits once a further request has come before the page listens
   */
  constructor(
    windows: Pick<Windows, 'showConsole' | 'console'>,
    tell: (request: Request) => void,
    join: (waiting: Request, next: Request) => Request = (_waiting, next) => next,
  ) {
    this.#windows = windows;
    this.#tell = tell;
    this.#join = join;
  }

  /** Has the console do what is asked, now or as soon as it can; one whose page does not listen yet is shown. */
  request(request: Request): void {
    // The page of a window that was closed lives on for a moment, and would take what nobody sees.
    const isListening = this.#listener !== null && this.#listener === this.#windows.console?.webContents;
    if (isListening) {
      this.#tell(request);
      return;
    }
    this.#pending = this.#pending === null ? request : this.#join(this.#pending, request);
    this.#windows.showConsole();
  }

  /** The desk is locked, so its page does not listen any more; it does again when it is back. */
  lockOut(): void {
    this.#listener = null;
  }

  /** The console's page listens from now on. What was asked for before, or null. */
  take(sender: WebContents): Request | null {
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
    const pending = this.#pending;
    this.#pending = null;
    return pending;
  }
}
