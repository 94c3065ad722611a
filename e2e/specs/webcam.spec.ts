import { expect, test } from '../fixtures/desk.ts';
import { databaseText, filesHolding } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

test('A code in front of the webcam becomes a closed ticket, by keyboard alone', async ({
  startDesk,
  owner,
}) => {
  owner.showResetCode();
  const desk = await startDesk({ cameraVideo: await owner.filmMonitor() });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await console.press('s');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.stepHeading).toHaveText('Who is calling?');

  await console.press('c');
  await desk.page.keyboard.type('Maria González');
  await console.press('Enter');
  await expect(console.context.getByLabel('Name')).toHaveValue('Maria González');
  await expect(console.context.getByLabel('Phone')).toBeFocused();
  await desk.page.keyboard.type('0171 5551234');
  await console.press('Enter', 'd');
  await desk.page.keyboard.type('4k002c6paja49a7');
  await console.press('Enter');
  await expect(console.context.getByText('4K002C6PAJA49A7')).toBeVisible();

  await console.press('a');
  await expect(desk.page.getByRole('checkbox', { name: 'The caller is at the device' })).toBeChecked();
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Send the request with DMSS');

  const code = await owner.scanWithPhone(await console.showCleanCode());
  await console.press('Escape', 'Enter');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Enter the security code');

  await expect(console.securityCode).toBeFocused();
  await desk.page.keyboard.type(code, { delay: 50 });
  expect(owner.device.enterCode(await console.securityCode.inputValue())).toEqual({ ok: true });
  await console.press('Enter');
  await expect(desk.page.getByText(/^(capital|small|digit) /).first()).toBeVisible();
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Set the new password');

  const password = await console.newPassword.inputValue();
  expect(owner.device.setPassword(password, password)).toEqual({ ok: true });
  await console.press('2');
  await expect(console.stepHeading).toHaveText('Pass the password to the cameras');
  owner.device.answerSync(true);
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Log in with the new password');
  expect(owner.device.logIn('admin', password)).toEqual({ ok: true });
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Bring everything up to date');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Solved');

  await test.step('The code and the password are nowhere on disk, nor is the payload', async () => {
    await desk.close();
    const records = await databaseText(desk.profile);
    expect(records).toContain('Maria González');
    expect(records).not.toContain(code);
    expect(records).not.toContain(password);
    expect(await filesHolding(desk.profile, [code, password])).toEqual([]);
    expect(await filesHolding(desk.profile, ['Maria González', '4K002C6PAJA49A7'])).toEqual([]);
  });
});

test('The scanner draws the corners of a code that is not a reset code, and says what it is', async ({
  startDesk,
  owner,
}) => {
  const desk = await startDesk({ cameraVideo: await owner.filmText('https://example.com/app') });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('s');
  await expect(console.scanner.getByText(/web address|link/i).first()).toBeVisible();
  await expect(console.scanner.locator('polygon')).toBeVisible();
  await console.press('Escape');
  await expect(console.scanner).toBeHidden();
  await expect(console.queueHeading).toBeVisible();
});
