import type * as Electron from 'electron';
import { expect, test } from '../../fixtures/desk.ts';
import { OtherProgram } from '../../fixtures/other-program.ts';
import { XServer } from '../../fixtures/x-server.ts';
import { Console } from '../../pages/console.ts';
import { PracticeWindow } from '../../pages/practice-window.ts';

/** As often as an agent's hour has customers; every one of them counts. */
const ROUNDS = 20;

/** The same under every window manager. */
export function tellHotkeyStory(): void {
  test(`After the hotkey in another program the next key lands in the ticket, ${ROUNDS} of ${ROUNDS} times`, async ({
    startDesk,
    display,
  }) => {
    const desk = await startDesk({ hasCamera: false });
    const console = new Console(desk.page);
    await console.createUnprotectedDatabase();
    const practice = await PracticeWindow.open(desk.app, desk.page);
    // Beside the console's code, which would lie over it.
    await desk.app.evaluate(({ BrowserWindow }: typeof Electron) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().includes('practice')) window.setPosition(1150, 60);
    });
    await desk.page.evaluate(() => {
      window.addEventListener('keydown', ({ key }) => {
        if (key === 'F9')
          document.body.dataset['arrived'] = String(Number(document.body.dataset['arrived'] ?? 0) + 1);
      });
    });
    const keyboard = await XServer.connect(display);
    const other = await OtherProgram.start(display);

    for (let round = 1; round <= ROUNDS; round++) {
      await practice.page.reload();
      await practice.showResetCode();
      await other.takeKeys(keyboard);
      const linesBefore = await other.countLines();
      await keyboard.press('Control', 'Shift', 'F2');
      await expect(console.ticketHeading(round)).toBeVisible();
      // The agent sees the ticket and presses the next key; nothing waits for the focus.
      await keyboard.press('F9');
      await keyboard.press('Return');
      await expect.poll(() => desk.page.locator('body').getAttribute('data-arrived')).toBe(String(round));
      await desk.page.waitForTimeout(200);
      expect(await other.countLines()).toBe(linesBefore);
      await console.goTo('Queue');
    }
    keyboard.close();
    await other.stop();
  });
}
