import { expect } from '../fixtures/desk.ts';
import type { HistoryLine } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';
import type { Stage } from './stage.ts';

/** The pretend recorder shows its reset code beside the console. */
export async function openPractice(stage: Stage): Promise<PracticeWindow> {
  const practice = await PracticeWindow.open(stage.desk.app, stage.desk.page);
  await stage.placeBeside(practice.page);
  await practice.showResetCode();
  await stage.show('practice-device', 'The practice device shows its reset code', practice.page);
  return practice;
}

/** One look at the screens opens a ticket; then who is calling, and about which device. */
export async function scanScreen(stage: Stage, practice: PracticeWindow): Promise<void> {
  const { console } = stage;
  await console.openScanner('Screen');
  await stage.show('scan-screen', 'The code is on the screen, in another window');
  await console.scanner.getByRole('button', { name: 'Scan all screens' }).click();
  await expect(console.ticketHeading(1)).toBeVisible();
  await stage.show('new-ticket', 'The code was read: a ticket stands');
  await console.dismissNews();
  await console.enterCustomer('Maria González', '+34 900 555 014');
  await console.enterSerial(await practice.serial());
  await console.enterModel('PRACTICE-NVR');
  await console.tickOwnership();
  await stage.show('who-is-calling', 'The ownership check');
}

/** The clean code goes to the phone with DMSS; the vendor mails a security code. */
export async function sendWithDmss(stage: Stage, practice: PracticeWindow): Promise<void> {
  const { console } = stage;
  await console.answer('Owner confirmed');
  await expect(console.cleanCode).toBeVisible();
  await stage.show('submit-dmss', 'The code, drawn anew for the phone with DMSS');
  await console.showCleanCode();
  await stage.show('clean-code', 'The same over the whole window');
  await practice.scanConsoleWithPhone();
  await expect(practice.securityCode).toBeVisible();
  await stage.show('practice-mail', 'The pretend phone scanned it, the mail is there', practice.page);
  await console.press('Escape');
  await console.answer('DMSS reports success');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await stage.show('wait', 'Waiting for the mail');
}

/** Security code, new password, login, done: at the console and at the pretend recorder. */
export async function closeWithPractice(stage: Stage, practice: PracticeWindow): Promise<void> {
  const { console } = stage;
  const code = (await practice.securityCode.textContent()) ?? '';
  await console.answer('The code has arrived');
  await console.securityCode.fill(code);
  await console.securityCode.press('Enter');
  await stage.show('security-code', 'The security code is spelled for the customer');
  await practice.enterCode(code);
  await console.answer('The device accepts it');

  const password = await console.newPassword.inputValue();
  await console.press('p');
  await stage.show('new-password', 'A new password that the device accepts, spelled too');
  await practice.setPassword(password);
  await console.answer('Saved, and it asks about the cameras');
  await practice.passToCameras();
  await console.answer('Yes was chosen');
  await stage.show('verify', 'The login is checked with the new password');
  await practice.logIn(password);
  await console.answer('The login works');
  await console.answer('Done, close the ticket');
  await expect(console.stepHeading).toHaveText('Solved');
  await stage.show('closed-ticket', 'The closed ticket tells what was done');
}

/** What the ticket has recorded, by whom and when. */
export async function readHistory(stage: Stage): Promise<readonly HistoryLine[]> {
  const history = await stage.console.readHistory();
  await stage.show('history', 'The history of the ticket; no code and no password in it');
  return history;
}
