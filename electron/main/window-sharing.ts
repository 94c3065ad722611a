import { type BrowserWindow, desktopCapturer, type Session, type WebFrameMain } from 'electron';
import { CallError } from '../../core/contract/errors.ts';
import type { WatchableWindow } from '../../core/contract/shell-records.ts';
import { shownName } from '../../core/file-name.ts';
import { toCapturedScreen } from './captured-screen.ts';
import { isWayland } from './idleness.ts';
import { isSameWindow } from './screen-sources.ts';

/**
 * Any screen: on Wayland it only has Electron ask the desktop, whose user chooses one. Windows are not offered
 * so. A refusal ends the stream; asking for a list of sources, it ended the program.
 */
const DESKTOPS_CHOICE = 'screen:0:0';

/** Pixels; enough to tell one window from another. */
const THUMBNAIL = { width: 320, height: 200 } as const;

async function findWindows(ownWindows: readonly BrowserWindow[]): Promise<readonly WatchableWindow[]> {
  const sources = await desktopCapturer.getSources({ types: ['window'], thumbnailSize: THUMBNAIL });
  const ownIds = ownWindows.map((window) => window.getMediaSourceId());
  return sources
    .map(({ id, name, thumbnail }) => ({ id, name: shownName(name), thumbnail }))
    .filter(({ id, name }) => name !== '' && !ownIds.some((own) => isSameWindow(own, id)))
    .map(({ id, name, thumbnail }) => ({
      id,
      name,
      thumbnail: thumbnail.isEmpty() ? null : toCapturedScreen(name, thumbnail),
    }));
}

/**
 * Lets the console look at one window that the agent chose, and at nothing else: a page that asks for a screen without
 * that choice is refused. The pictures flow from the system to the page, never through this process.
 */
export class WindowSharing {
  #listed: readonly string[] = [];
  #allowed: string | null = null;
  readonly #asksDesktop: boolean;

  /** @param asksDesktop the desktop's user chooses what is given, as on Wayland; there is no list */
  constructor(asksDesktop = isWayland()) {
    this.#asksDesktop = asksDesktop;
  }

  /** The other programs' windows. Their pictures are small, and null where the system gives none (minimised, macOS). */
  async list(ownWindows: readonly BrowserWindow[]): Promise<readonly WatchableWindow[]> {
    if (this.#asksDesktop) return [];
    const found = await findWindows(ownWindows);
    this.#listed = found.map(({ id }) => id);
    return found;
  }

  /**
   * The console's next request for a screen gets this window, or with null what the desktop has its user choose; once.
   *
   * @throws CallError `not_found` for one that the agent was not shown
   */
  allow(id: string | null): void {
    const isKnown = id === null ? this.#asksDesktop : this.#listed.includes(id);
    if (!isKnown) throw new CallError('not_found', 'There is no such window in the list.');
    this.#allowed = id ?? DESKTOPS_CHOICE;
  }

  /** A window was chosen and not asked for yet. */
  get isChosen(): boolean {
    return this.#allowed !== null;
  }

  /** @param mayAsk is this the page that `allow` was meant for? */
  answer(session: Session, mayAsk: (frame: WebFrameMain | null) => boolean): void {
    session.setDisplayMediaRequestHandler((request, callback) => {
      const id = this.#allowed;
      this.#allowed = null;
      try {
        callback(id === null || !mayAsk(request.frame) ? {} : { video: { id, name: '' } });
      } catch {
        // Electron says that a request was left without a picture: that is the refusal.
      }
    });
  }
}
