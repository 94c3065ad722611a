import { type Desk, type DeskOptions, expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';
import { type PracticeCaseName, PracticeWindow } from '../pages/practice-window.ts';

type Bench = { readonly console: Console; readonly practice: PracticeWindow };

async function beginWith(
  startDesk: (options: DeskOptions) => Promise<Desk>,
  practiceCase: PracticeCaseName,
): Promise<Bench> {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.pickCase(practiceCase);
  return { console, practice };
}

/** From the new password to the closed ticket. */
async function finish({ console, practice }: Bench, password: string): Promise<void> {
  await practice.logIn(password);
  await console.answer('The login works');
  await console.answer('Done, close the ticket');
  await expect(console.stepHeading).toHaveText('Solved');
}

test('A code that is a day old is refused; a fresh QR brings a new one', async ({ startDesk }) => {
  const bench = await beginWith(startDesk, 'Password forgotten');
  const { console, practice } = bench;
  await practice.showResetCode();
  const scan = async (): Promise<void> => {
    await console.openScanner('Screen');
    await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
    await expect(console.cleanCode.or(console.stepHeading.getByText('Who is calling?'))).toBeVisible();
  };
  await scan();
  await console.confirmOwner();
  await expect(console.cleanCode).toBeVisible();
  await practice.scanConsoleWithPhone();
  const oldCode = (await practice.securityCode.textContent()) ?? '';
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');

  await practice.letDayPass();
  await practice.enterCode(oldCode);
  await expect(practice.monitor).toContainText('older than 24 hours');
  await console.answer('The device refuses it');
  await console.answer('Older than 24 hours');
  await expect(console.stepHeading).toHaveText('The code is too old');
  await console.answer('Get a fresh QR');
  await practice.refreshResetCode();
  await console.answer('The new code is on the screen');
  await scan();
  await expect(console.cleanCode).toBeVisible();
  await practice.scanAgain();
  await expect(practice.securityCode).not.toHaveText(oldCode);
  const newCode = (await practice.securityCode.textContent()) ?? '';
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');
  await practice.enterCode(newCode);
  await console.answer('The device accepts it');
  const password = await console.newPassword.inputValue();
  await practice.setPassword(password);
  await practice.passToCameras();
  await console.answer('Saved');
  await finish(bench, password);
});

test('A lost mailbox leads to the file from ConfigTool', async ({ startDesk }) => {
  const bench = await beginWith(startDesk, 'Mailbox lost too');
  const { console, practice } = bench;
  const { configTool } = practice;
  await console.press('n');
  await console.answer('E-mail account unknown or out of reach');
  await console.tickOwnership();
  await console.answer('Owner confirmed, e-mail account out of reach');
  await console.takeRoute('Dahua family: file from ConfigTool');

  await expect(console.stepHeading).toHaveText('Export the file');
  await configTool.getByRole('button', { name: 'Password reset' }).click();
  await configTool.getByRole('button', { name: 'XML File: Export' }).click();
  await console.answer('The file is saved');
  await configTool.getByRole('button', { name: 'Send it to the distributor' }).click();
  await console.answer('The file is sent');
  await expect(console.stepHeading).toHaveText('Wait for the returned file');
  await expect(configTool).toContainText('A file came back');
  await console.answer('The file has arrived');
  await configTool.getByRole('button', { name: 'Import it' }).click();
  await console.answer('It is accepted');
  const password = await console.newPassword.inputValue();
  await practice.setPassword(password, configTool);
  await console.answer('Saved');
  await practice.monitor.getByRole('textbox', { name: 'User name' }).waitFor();
  await finish(bench, password);
});

test("A reset that is switched off leads to the vendor's support", async ({ startDesk }) => {
  const bench = await beginWith(startDesk, 'Reset switched off');
  const { console, practice } = bench;
  const date = await practice.meetClosedReset();
  await console.press('n');
  await console.confirmOwner();
  await console.answer('Monitor at the device');
  await console.answer('It says that the reset is closed');
  await console.answer('See other ways');
  await expect(console.routes).not.toContainText('QR code and DMSS');
  await console.takeRoute('Dahua family: vendor or distributor');

  await expect(console.stepHeading).toHaveText('What the vendor asks for');
  await console.answer('Everything is at hand');
  await practice.askSupport(await practice.serial(), date);
  await console.answer('The request is sent');
  await expect(console.stepHeading).toHaveText('Wait for the vendor');
  const temporary = (await practice.temporaryPassword.textContent()) ?? '';
  await console.answer('The answer is there');
  await practice.logIn(temporary);
  await console.answer('It asks for the new password');
  const password = await console.newPassword.inputValue();
  await practice.setPassword(password);
  await practice.passToCameras();
  await console.answer('Saved');
  await finish(bench, password);
});
