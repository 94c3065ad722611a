import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('A code in another window is found on the screen, and the practice device lets the reset be played to its end', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();

  await console.openScanner('Screen');
  await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
  await expect(console.ticketHeading(1)).toBeVisible();

  await console.confirmOwner();
  await console.showCleanCode();
  await practice.scanConsoleWithPhone();
  await expect(practice.securityCode).toBeVisible();
  await console.press('Escape');
  await console.answer('DMSS reports success');

  const code = (await practice.securityCode.textContent()) ?? '';
  await console.answer('The code has arrived');
  await console.securityCode.fill(code);
  await practice.monitor.getByRole('textbox', { name: 'Security code' }).fill(code);
  await practice.monitor.getByRole('button', { name: 'Next' }).click();
  await console.answer('The device accepts it');

  const password = await console.newPassword.inputValue();
  for (const field of ['New password', 'Confirm the password']) {
    await practice.monitor.getByLabel(field).fill(password);
  }
  await practice.monitor.getByRole('button', { name: 'Save' }).click();
  await console.answer('Saved, and it asks about the cameras');
  await practice.monitor.getByRole('button', { name: 'Yes' }).click();
  await console.answer('Yes was chosen');
  await practice.monitor.getByLabel('Password', { exact: true }).fill(password);
  await practice.monitor.getByRole('button', { name: 'Log in' }).click();
  await console.answer('The login works');
  await console.answer('Done, close the ticket');
  await expect(console.stepHeading).toHaveText('Solved');
});

test('The hotkey takes a code from the screen straight into a ticket', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();

  // A virtual display has no window manager to press the key in; this is what the key's handler does.
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.send('contract-event', 'app.scanRequested', {});
    }
  });
  await expect(console.ticketHeading(1)).toBeVisible();
});

test('A screen without a code is shown as it was seen, with a next step', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.openScanner('Screen');
  await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
  const told = console.scanner.getByRole('alert').or(console.scanner.getByRole('status'));
  await expect(told.filter({ hasText: 'No QR code on this screen' })).toBeVisible();
  await expect(console.scanner.getByText(/1920 × 1080 pixels/)).toBeVisible();
});
