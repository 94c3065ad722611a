import { type BrowserWindow, screen, type WebContents } from 'electron';
import { contract, type EventName, type EventPayload } from '../../core/contract/contract.ts';
import type { EventOf, WindowKind } from '../../core/contract/endpoint.ts';
import type { LocalStore } from './local-store.ts';
import { onceDrawn } from './once-drawn.ts';
import { presentWindow } from './present-window.ts';
import { openConsoleWindow, openPageWindow, type WindowOptions } from './window.ts';
import { fitted, type WindowPlace } from './window-bounds.ts';
import { listenToZoomKeys } from './zoom-keys.ts';

const PRACTICE_SIZE = { width: 760, height: 900 } as const;
const PRACTICE_LEAST = { minWidth: 480, minHeight: 560 } as const;

/** The two windows there can be: the console, and the practice device beside it. */
export class Windows {
  readonly #options: WindowOptions;
  readonly #places: LocalStore<WindowPlace>;
  readonly #onConsoleLost: (window: BrowserWindow) => void;
  #console: BrowserWindow | null = null;
  #practice: BrowserWindow | null = null;

  /** @param onConsoleLost is called when the console's process has died too often to load the page again */
  constructor(
    options: WindowOptions,
    places: LocalStore<WindowPlace>,
    onConsoleLost: (window: BrowserWindow) => void,
  ) {
    this.#options = options;
    this.#places = places;
    this.#onConsoleLost = onConsoleLost;
  }

  /** Opens the console, or brings it to the front. Without it the practice device has no use, so it closes with it. */
  showConsole(): void {
    if (this.#console !== null) {
      presentWindow(this.#console);
      return;
    }
    const window = openConsoleWindow(this.#options, this.#places, this.#onConsoleLost);
    this.#console = window;
    listenToZoomKeys(window);
    window.once('closed', () => {
      this.#console = null;
      this.#practice?.close();
    });
  }

  showPractice(): void {
    if (this.#practice !== null) {
      presentWindow(this.#practice);
      return;
    }
    const { workArea } = screen.getPrimaryDisplay();
    const place = { ...fitted(PRACTICE_SIZE, workArea), ...PRACTICE_LEAST };
    const window = openPageWindow('practice.html', this.#options, place);
    this.#practice = window;
    listenToZoomKeys(window);
    onceDrawn(window, () => window.show());
    window.once('closed', () => {
      this.#practice = null;
    });
  }

  /** The desk is locked, and what plays the customer's device goes from the screen with it. */
  hidePractice(): void {
    this.#practice?.hide();
  }

  /** The desk is open again. */
  showHiddenPractice(): void {
    if (this.#practice?.isVisible() === false) this.#practice.showInactive();
  }

  /** Null while it is closed. */
  get console(): BrowserWindow | null {
    return this.#console;
  }

  /** Null for a page that is in neither window. */
  kindOf(sender: WebContents): WindowKind | null {
    if (sender === this.#console?.webContents) return 'console';
    return sender === this.#practice?.webContents ? 'practice' : null;
  }

  /** Tells an event to every window that may hear it. */
  broadcast<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    this.forward(name, payload);
  }

  /** The same for an event that came from the backend, whose payload the pages check. */
  forward(name: string, payload: unknown): void {
    const practice = hears('practice', name) ? this.#practice : null;
    for (const window of [this.#console, practice]) {
      // A page whose process died is loaded again and asks for everything itself.
      if (window === null || window.isDestroyed() || window.webContents.isCrashed()) continue;
      window.webContents.send('contract-event', name, payload);
    }
  }
}

/** A name that comes from the backend need not be an event's. */
function hears(window: WindowKind, name: string): boolean {
  const events: Readonly<Record<string, Pick<EventOf, 'windows'>>> = contract;
  return Object.hasOwn(events, name) && events[name]?.windows.includes(window) === true;
}
