import { expect, test } from '../fixtures/desk.ts';
import { boundsOf, splitDisplay } from '../fixtures/displays.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';
import { RegionWindow } from '../pages/region-window.ts';

test('An area marked with the mouse becomes a ticket, after the whole screen was of no help', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await console.openScanner('Screen');
  await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
  await expect(console.scanner.getByText('No QR code on this screen')).toBeVisible();

  await practice.showResetCode();
  const cover = await RegionWindow.onlyOne(desk.app, () => console.press('a'));
  const { x, y, width, height } = await boundsOf(desk.app, 'practice.html');
  await cover.drag({ x, y }, { x: x + width, y: y + height });
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect.poll(() => desk.app.windows().length).toBe(2);
});

test('Without a mouse: Esc leads back to the scanner, arrows and Enter take the area', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();
  await console.openScanner('Screen');

  const left = await RegionWindow.onlyOne(desk.app, () => console.press('a'));
  await left.pressLast('Escape');
  await expect.poll(() => desk.app.windows().length).toBe(2);
  await expect(console.scanner.getByRole('button', { name: 'Select an area' })).toBeEnabled();

  const cover = await RegionWindow.onlyOne(desk.app, () => console.press('a'));
  // Chromium keeps a window on Linux a pixel smaller than the display; the picture still is all of it.
  await expect(cover.spoken).toHaveText(/^54[01] by 54[01] pixels, 690 from the left/);
  await cover.press('ArrowRight', 'ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowUp');
  await expect(cover.spoken).toHaveText(/^52[45] by 52[45] pixels, 706 from the left/);
  for (let step = 0; step < 60; step += 1) await cover.press('ArrowUp', 'ArrowLeft');
  for (let step = 0; step < 90; step += 1) await cover.press('Shift+ArrowDown', 'Shift+ArrowRight');
  await expect(cover.spoken).toHaveText('1920 by 1080 pixels, 0 from the left, 0 from the top.');
  await cover.pressLast('Enter');
  await expect(console.ticketHeading(1)).toBeVisible();
});

test('Each display is covered by itself, and counted in its own pixels', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();
  await desk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('practice'));
    window?.setBounds({ x: 1000, y: 40, width: 760, height: 900 });
  });
  await splitDisplay(desk.app);
  await console.openScanner('Screen');

  const [left, right] = await RegionWindow.whenOpened(desk.app, 2, () => console.press('a'));
  if (left === undefined || right === undefined) throw new Error('Two displays were expected.');
  await expect(left.spoken).toHaveText('480 by 480 pixels, 240 from the left, 300 from the top.');
  await expect(right.spoken).toHaveText('960 by 960 pixels, 480 from the left, 600 from the top.');
  await right.drag({ x: 20, y: 30 }, { x: 820, y: 960 });
  await expect(console.ticketHeading(1)).toBeVisible();
});
