import { spawn } from 'node:child_process';
import { launchPlan } from '../../electron/runtime/launch-plan.ts';
import { expect, test } from '../fixtures/desk.ts';
import { XServer } from '../fixtures/x-server.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('The hotkey is proved by pressing it, changed, refused with a reason, and switched off', async ({
  startDesk,
  display,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  const { page } = desk;
  await console.createUnprotectedDatabase();
  const keyboard = await XServer.connect(display);
  await page.getByRole('link', { name: 'Settings' }).click();

  await page.getByRole('button', { name: 'Test the keys' }).click();
  await expect(page.getByText('Press the keys now')).toBeVisible();
  await keyboard.press('Control', 'Shift', 'F2');
  await expect(page.getByText('The keys arrived. They work.')).toBeVisible();
  await expect(console.scanner).toBeHidden();

  await page.getByRole('button', { name: 'Change the keys' }).click();
  await console.press('Control+Alt+F8');
  await expect(page.getByText('Alt and AltGr are needed')).toBeVisible();
  await console.press('Control+Shift+F8');
  await expect(page.getByRole('group', { name: 'Keys' })).toHaveText('CtrlShiftF8');
  await expect(page.getByText('Test the keys to be sure')).toBeVisible();

  await keyboard.press('Control', 'Shift', 'F8');
  await expect(console.scanner.getByText('No QR code on this screen')).toBeVisible();
  await console.press('Escape');
  await page.getByRole('switch', { name: 'Scan from any program' }).uncheck();
  await expect(page.getByRole('button', { name: 'Test the keys' })).toHaveCount(0);
  keyboard.close();
});

test('A second start with --scan leads straight into a ticket', async ({ startDesk, display }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();
  const plan = launchPlan();
  spawn(plan.executablePath, [...plan.args, `--user-data-dir=${desk.profile}`, '--scan'], {
    env: { ...process.env, ...plan.env, DISPLAY: display },
    stdio: 'ignore',
  });
  await expect(console.ticketHeading(1)).toBeVisible();
});
