import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('A window is watched until the customer has found the page with the reset code', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await console.openScanner('Screen');
  await console.press('w');
  const chooser = console.scanner.getByRole('list').filter({ hasText: 'Practice device' });
  await expect(chooser.getByRole('button', { name: /^Practice device/ })).toBeVisible();
  await expect(chooser.getByRole('button', { name: /^ResetDesk/ })).toHaveCount(0);

  await console.press('1');
  await expect(console.scanner.getByText('Watching Practice device')).toBeVisible();
  await expect
    .poll(() => console.scanner.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await practice.showResetCode();
  await expect(console.ticketHeading(1)).toBeVisible();
});

test('Watching ends with Esc, step by step, and says so when the window is closed', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await console.openScanner('Screen');
  await console.press('w');
  const window = console.scanner.getByRole('button', { name: /^Practice device/ });
  await window.click();
  await expect(console.scanner.getByText('Watching Practice device')).toBeVisible();
  await console.press('Escape');
  await expect(window).toBeVisible();

  await window.click();
  await expect(console.scanner.getByText('Watching Practice device')).toBeVisible();
  await practice.page.close();
  await expect(console.scanner.getByText(/Practice device.* was closed or hidden/)).toBeVisible();
  await console.press('Escape');
  await expect(window).toHaveCount(0);
  await console.press('Escape');
  await expect(console.scanner.getByRole('button', { name: 'Scan all screens' })).toBeVisible();
});
