import type * as Electron from 'electron';
import { type Desk, expect, test } from '../../fixtures/desk.ts';
import { seenWorkspace, wmctrl, workspaceOf } from '../../fixtures/other-program.ts';
import { XServer } from '../../fixtures/x-server.ts';
import { Console } from '../../pages/console.ts';

/** What the console can be when the agent scans, and what the window manager does to make it so. */
const STATES = {
  'as it was opened': [],
  maximised: ['-r', 'ResetDesk', '-b', 'add,maximized_vert,maximized_horz'],
  'of the full height': ['-r', 'ResetDesk', '-b', 'add,maximized_vert'],
  'in full screen': ['-r', 'ResetDesk', '-b', 'add,fullscreen'],
} as const;

/**
 * The same under every window manager.
 *
 * @param follows does this one bring a window that a program presents to the workspace that is seen?
 */
export function tellWindowStories(follows: boolean): void {
  for (const [state, change] of Object.entries(STATES)) {
    test(`A scan leaves the window ${state}`, async ({ startDesk, display }) => {
      const desk = await startDesk({ hasCamera: false });
      const console = new Console(desk.page);
      await console.createUnprotectedDatabase();
      const opened = await look(desk);
      if (change.length > 0) {
        wmctrl(display, ...change);
        await expect.poll(() => look(desk)).not.toEqual(opened);
      }
      // A window manager that is still at it would be taken for one that changes something.
      await desk.page.waitForTimeout(1000);
      const before = await look(desk);
      await scanScreens(console);
      await expect.poll(() => look(desk)).toEqual(before);
      await expect.poll(() => desk.page.evaluate(() => document.hasFocus())).toBe(true);
    });
  }

  test('A window that was maximised, and minimised for a scan, opens maximised and has its own size below', async ({
    startDesk,
    display,
  }) => {
    const desk = await startDesk({ hasCamera: false });
    const console = new Console(desk.page);
    await console.createUnprotectedDatabase();
    const own = await look(desk);
    await maximise(display, desk);
    await scanScreens(console);
    await desk.close();
    const again = await startDesk({ hasCamera: false, profile: desk.profile });
    await expect.poll(async () => (await look(again)).isMaximized).toBe(true);
    wmctrl(display, '-r', 'ResetDesk', '-b', 'remove,maximized_vert,maximized_horz');
    await expect
      .poll(async () => (await look(again)).bounds)
      .toMatchObject({
        width: own.bounds.width,
        height: own.bounds.height,
      });
  });

  test('The hotkey brings up a window that is minimised, as large as it was', async ({
    startDesk,
    display,
  }) => {
    const desk = await startDesk({ hasCamera: false });
    const console = new Console(desk.page);
    await console.createUnprotectedDatabase();
    await maximise(display, desk);
    await desk.app.evaluate(({ BrowserWindow }: typeof Electron) =>
      BrowserWindow.getAllWindows()[0]?.minimize(),
    );
    await expect.poll(async () => (await look(desk)).isInFront).toBe(false);
    const keyboard = await XServer.connect(display);
    await keyboard.press('Control', 'Shift', 'F2');
    await expect(console.scanner.getByText('No QR code on this screen')).toBeVisible();
    await expect.poll(() => look(desk)).toMatchObject({ isMaximized: true, isInFront: true });
    keyboard.close();
  });

  test(`The hotkey scans the workspace that the agent sees; the window ${follows ? 'comes to it' : 'stays on its own'}`, async ({
    startDesk,
    display,
  }) => {
    const desk = await startDesk({ hasCamera: false });
    const console = new Console(desk.page);
    await console.createUnprotectedDatabase();
    const keyboard = await XServer.connect(display);
    const { bounds } = await look(desk);
    wmctrl(display, '-s', '1');
    await expect.poll(() => seenWorkspace(display)).toBe(1);
    await keyboard.press('Control', 'Shift', 'F2');
    await expect(console.scanner.getByText('No QR code on this screen')).toBeVisible();
    await expect.poll(() => look(desk)).toMatchObject({ bounds, isInFront: follows });
    expect(workspaceOf(display, 'ResetDesk')).toBe(follows ? 1 : 0);
    expect(seenWorkspace(display)).toBe(1);
    keyboard.close();
  });
}

async function scanScreens(console: Console): Promise<void> {
  await console.openScanner('Screen');
  await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
  await expect(console.scanner.getByText('No QR code on this screen')).toBeVisible();
}

/** The console's window as Electron sees it. */
async function look({ app }: Desk) {
  // Playwright loses an answer now and then while the program is busy with its window.
  return (await ask(app).catch(() => null)) ?? (await ask(app));
}

function ask(app: Desk['app']) {
  return app.evaluate(({ BrowserWindow }: typeof Electron) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no window.');
    return {
      bounds: window.getBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      // A window that its window manager made fill the screen counts as minimised for ever once it was.
      isInFront: window.isVisible() && window.isFocused(),
    };
  });
}

async function maximise(display: string, desk: Desk): Promise<void> {
  wmctrl(display, ...STATES.maximised);
  await expect.poll(async () => (await look(desk)).isMaximized).toBe(true);
}
