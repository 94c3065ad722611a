import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';

type Point = { readonly x: number; readonly y: number };

/** A display's frozen picture, on which the agent marks an area. */
export class RegionWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The windows that `ask` brings up, one for each display, the leftmost first. */
  static async whenOpened(
    app: ElectronApplication,
    displayCount: number,
    ask: () => Promise<void>,
  ): Promise<readonly RegionWindow[]> {
    await ask();
    const opened = () => app.windows().filter((page) => page.url().endsWith('/region.html'));
    await expect.poll(() => opened().length).toBe(displayCount);
    const placed = await Promise.all(
      opened().map(async (page) => ({ page, x: await page.evaluate(() => window.screenX) })),
    );
    const windows = placed
      .toSorted((one, other) => one.x - other.x)
      .map(({ page }) => new RegionWindow(page));
    for (const window of windows) await expect(window.spoken).not.toBeEmpty();
    return windows;
  }

  /** The same with a single display. */
  static async onlyOne(app: ElectronApplication, ask: () => Promise<void>): Promise<RegionWindow> {
    const [window] = await RegionWindow.whenOpened(app, 1, ask);
    if (window === undefined) throw new Error('The display was not covered.');
    return window;
  }

  /** The size and place that a screen reader hears. */
  get spoken(): Locator {
    return this.page.getByRole('status');
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** As `press`, for a key that may end the window before it is up again. */
  async pressLast(key: string): Promise<void> {
    await this.page.keyboard.press(key).catch(() => undefined);
  }

  /** Drags from one corner to the other, in the window's pixels. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up().catch(() => undefined);
  }
}
