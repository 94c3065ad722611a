import { existsSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { PortalStub } from '../../fixtures/portal-stub.ts';
import { expect, test } from '../../fixtures/wayland-desk.ts';
import { Console } from '../../pages/console.ts';
import { PracticeWindow } from '../../pages/practice-window.ts';

/** As often as an agent would try again in a week; each time the program has to live. */
const ROUNDS = 20;

/** Where the portal of wlroots' desktops puts a picture. */
const PICTURE = '/tmp/out.png';

async function scanScreens(console: Console): Promise<void> {
  await console.openScanner('Screen');
  await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
}

async function leaveScanner(page: Page, console: Console): Promise<void> {
  await page.keyboard.press('Escape', { delay: 80 });
  await expect(console.scanner).toBeHidden();
}

test('The desktop is asked once, gives a picture of its screens, and the code on it becomes a ticket; the picture is gone', async ({
  startDesk,
  wayland,
}) => {
  const stopPortals = await wayland.startPortals();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();
  await scanScreens(console);
  await expect(console.ticketHeading(1)).toBeVisible();
  expect(existsSync(PICTURE)).toBe(false);
  await desk.close();
  await stopPortals();
});

test(`A desktop whose user refuses or leaves the question, ${ROUNDS} times each: a message with the ways that work, asked once a scan`, async ({
  startDesk,
  wayland,
}) => {
  const portal = await PortalStub.start(wayland.env['DBUS_SESSION_BUS_ADDRESS']);
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  let scans = 0;
  for (const answer of ['left', 'refused'] as const) {
    portal.answerWith(answer);
    for (let round = 1; round <= ROUNDS; round++) {
      await scanScreens(console);
      await expect(console.scanner.getByText('The desktop gave no picture of its screens')).toBeVisible();
      await expect(console.scanner.getByText("check the desktop's privacy settings")).toBeVisible();
      await expect(console.scanner.getByRole('group', { name: 'Other ways' })).toBeVisible();
      scans += 1;
      expect(portal.asked).toBe(scans);
      await leaveScanner(desk.page, console);
    }
  }
  await desk.close();
  portal.stop();
});

test(`A desktop without portals: the ways that work stand first, and ${ROUNDS} scans by hotkey cost a message each; what starts later is found`, async ({
  startDesk,
  wayland,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.openScanner('Screen');
  await expect(console.scanner.getByText('This desktop lets no program see its screens')).toBeVisible();
  await expect(console.scanner.getByRole('button', { name: 'Scan all screens' })).toHaveCount(0);
  await expect(console.scanner.getByRole('button', { name: 'Use the camera' })).toBeVisible();
  await leaveScanner(desk.page, console);
  for (let round = 1; round <= ROUNDS; round++) {
    // What a start with `--scan` does, which stands for the hotkey where there is none.
    await desk.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.send('contract-event', 'app.scanRequested', {});
    });
    await expect(console.scanner.getByText('This desktop lets no program see its screens')).toBeVisible();
    await leaveScanner(desk.page, console);
  }
  const portal = await PortalStub.start(wayland.env['DBUS_SESSION_BUS_ADDRESS']);
  await console.openScanner('Screen');
  await expect(console.scanner.getByRole('button', { name: 'Scan all screens' })).toBeVisible();
  portal.stop();
});

test(`A desktop that refuses the watched window, ${ROUNDS} times: a message, and the program lives`, async ({
  startDesk,
  wayland,
}) => {
  // The desktop has no graphics processor here, so it starts each stream and ends it at once.
  const stopPortals = await wayland.startPortals();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.openScanner('Screen');
  for (let round = 1; round <= ROUNDS; round++) {
    await console.scanner.getByRole('button', { name: 'Watch a window' }).click();
    await expect(console.scanner.getByText('The desktop gave no picture')).toBeVisible();
    await console.press('Escape');
    await expect(console.scanner.getByRole('button', { name: 'Watch a window' })).toBeVisible();
  }
  await desk.close();
  await stopPortals();
});
