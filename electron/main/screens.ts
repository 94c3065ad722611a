import type { BrowserWindow } from 'electron';
import type { CapturedScreen, ScreenAbilities } from '../../core/contract/shell-records.ts';
import { grabScreens } from './capture.ts';
import { isWayland } from './idleness.ts';
import { type PortalServices, photographByPortal } from './portal-capture.ts';
import type { RegionSelection } from './region.ts';
import { offersScreenPortal } from './screen-portal.ts';
import { withoutWindows } from './without-windows.ts';

const EVERYTHING: ScreenAbilities = { picture: 'silent', watch: 'list' };
const NOTHING: ScreenAbilities = { picture: 'none', watch: 'none' };

/**
 * What is on this computer's screens. On Wayland no program sees them by itself: the desktop is asked, once for each scan, over D-Bus.
 * Electron's own way of asking ends the whole program where the desktop says no.
 */
export class Screens {
  readonly #portal: PortalServices;
  readonly #region: RegionSelection;
  readonly #isPortal: boolean;
  #question: AbortController | null = null;

  constructor(portal: PortalServices, region: RegionSelection, isPortal = isWayland()) {
    this.#portal = portal;
    this.#region = region;
    this.#isPortal = isPortal;
  }

  /** Asks the desktop's user nothing. */
  async abilities(): Promise<ScreenAbilities> {
    if (!this.#isPortal) return EVERYTHING;
    const bus = await this.#portal.openBus();
    if (bus === null) return NOTHING;
    try {
      const [picture, watch] = [
        await offersScreenPortal(bus, 'Screenshot'),
        await offersScreenPortal(bus, 'ScreenCast'),
      ];
      return { picture: picture ? 'desktop' : 'none', watch: watch ? 'desktop' : 'none' };
    } finally {
      bus.close();
    }
  }

  /**
   * Every screen at its own pixels, or, as Wayland's desktops give it, one picture of all of them; `ownWindows` are not on it.
   *
   * @throws CallError `capture_failed` with the reason
   */
  async photograph(ownWindows: readonly BrowserWindow[]): Promise<readonly CapturedScreen[]> {
    if (!this.#isPortal)
      return (await grabScreens(ownWindows, this.#portal.log)).map(({ picture }) => picture);
    const picture = await this.#askDesktop(ownWindows, false);
    return picture === null ? [] : [picture];
  }

  /**
   * The part that the agent marks: on the frozen screens, or on Wayland with the desktop's own tool. Null when the agent left.
   *
   * @throws CallError `capture_failed` with the reason
   */
  async photographArea(ownWindows: readonly BrowserWindow[]): Promise<CapturedScreen | null> {
    // Covers of an earlier selection would be in the picture.
    this.#region.cancel();
    if (!this.#isPortal) return this.#region.select(await grabScreens(ownWindows, this.#portal.log));
    return this.#askDesktop(ownWindows, true);
  }

  /** Takes back what the desktop asks its user for us, if it does: the console is wanted now. */
  takeBack(): void {
    this.#question?.abort();
  }

  async #askDesktop(ownWindows: readonly BrowserWindow[], isArea: boolean): Promise<CapturedScreen | null> {
    const question = new AbortController();
    this.#question = question;
    try {
      return await photographByPortal(this.#portal, {
        isArea,
        aside: (take) => withoutWindows(ownWindows, take),
        signal: question.signal,
      });
    } finally {
      if (this.#question === question) this.#question = null;
    }
  }
}
