import type { ElectronApplication, Locator, Page } from 'playwright/test';

/** A display's frozen picture, on which the agent marks an area. */
export class RegionWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The windows, one for each display, that `ask` brings up. */
  static async whenOpened(
    app: ElectronApplication,
    displayCount: number,
    ask: () => Promise<void>,
  ): Promise<readonly RegionWindow[]> {
    const isRegion = (page: Page) => page.url().endsWith('/region.html');
    const before = new Set(app.windows());
    await ask();
    const opened = () => app.windows().filter((page) => !before.has(page) && isRegion(page));
    while (opened().length < displayCount) await app.waitForEvent('window');
    return opened().map((page) => new RegionWindow(page));
  }

  /** The size and place that a screen reader hears. */
  get spoken(): Locator {
    return this.page.getByRole('status');
  }

  get takeButton(): Locator {
    return this.page.getByRole('button', { name: 'Read this area' });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Drags from one corner to the other, in the window's pixels. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }
}
