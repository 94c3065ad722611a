import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type * as Electron from 'electron';
import type { Page } from 'playwright/test';
import { decodePicture } from '../../electron/cli/picture-files.ts';
import { hasDisplay } from '../../electron/runtime/virtual-display.ts';
import type { Desk } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';
import { encodeSmallPng } from './small-png.ts';

/** CSS pixels of the pictures: a small laptop. */
const CONSOLE_SIZE = { width: 1280, height: 800 } as const;
/** The practice window is opened beside the console where the screen is wide enough. */
const PRACTICE_SIZE = { width: 760, height: 900 } as const;

/** How long somebody who watches may look at each picture. */
const LOOK_MS = 2000;

/** Where the demo is played: the running console, who watches it, and the album of its pictures. */
export class Stage {
  readonly desk: Desk;
  readonly console: Console;
  readonly #folder: string;
  readonly #isWatched: boolean;
  #pictures = 0;

  private constructor(desk: Desk, folder: string) {
    this.desk = desk;
    this.console = new Console(desk.page);
    this.#folder = folder;
    this.#isWatched = process.env['RESETDESK_SHOW'] !== undefined && hasDisplay();
  }

  /**
   * Sets the window to the size of the pictures and empties the album of an earlier run's.
   *
   * @param folder where the pictures are put; made if it is missing. Only numbered pictures in it are removed.
   */
  static async set(desk: Desk, folder: string): Promise<Stage> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      if (/^\d\d-.*\.png$/.test(name)) await rm(join(folder, name));
    }
    const stage = new Stage(desk, folder);
    await stage.#resize(desk.page, { ...CONSOLE_SIZE, x: 0 });
    return stage;
  }

  /** Where the pictures are, as one would type it. */
  get folder(): string {
    return relative(process.cwd(), resolve(this.#folder));
  }

  get pictures(): number {
    return this.#pictures;
  }

  /** Takes the next picture, names it and tells what it shows; a watcher gets time to look. */
  async show(name: string, caption: string, page: Page = this.desk.page): Promise<void> {
    await page.bringToFront();
    await page.mouse.move(0, 0);
    await this.#settle(page);
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    const picture = await decodePicture(await page.screenshot({ caret: 'hide' }));
    await writeFile(join(this.#folder, `${number}-${name}.png`), encodeSmallPng(picture));
    process.stdout.write(`  ${number}  ${caption}\n`);
    if (this.#isWatched) await delay(LOOK_MS);
  }

  /** Puts the practice window beside the console. */
  async placeBeside(page: Page): Promise<void> {
    await this.#resize(page, { ...PRACTICE_SIZE, x: CONSOLE_SIZE.width });
  }

  async #resize(page: Page, place: { width: number; height: number; x: number }): Promise<void> {
    const window = await this.desk.app.browserWindow(page);
    await window.evaluate((found: Electron.BrowserWindow, { x, width, height }) => {
      found.setContentSize(width, height);
      found.setPosition(x, 0);
    }, place);
  }

  /** Fonts and pictures are there, and what moves has come to rest. */
  async #settle(page: Page): Promise<void> {
    await page.evaluate(async () => {
      await document.fonts.ready;
      const finite = document.getAnimations().filter((animation) => {
        return animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
      });
      await Promise.allSettled(finite.map((animation) => animation.finished));
    });
  }
}
