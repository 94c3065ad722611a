import { expect } from '../fixtures/desk.ts';
import type { Owner } from '../fixtures/owner.ts';
import { photoOfCodes } from './pictures.ts';
import type { Stage } from './stage.ts';

/** From the device manuals; the practice device keeps it too. */
const WRONG_CODES_THAT_LOCK = 5;
/** Two before the lock, another step says to stop. */
const WRONG_CODES_THAT_WARN = 3;

/** By webcam and by mail; it stays in the lane of those who wait. */
export async function mailRequest(stage: Stage, owner: Owner): Promise<void> {
  const { console } = stage;
  await console.goTo('Queue');
  await console.openScanner('Camera');
  await expect(console.ticketHeading(2)).toBeVisible();
  await console.dismissNews();
  await console.enterCustomer('Bright Street Bakery', '+44 20 7946 0958');
  await console.enterSerial(owner.device.getState().label.serial);
  await console.enterModel('PRACTICE-NVR');
  await console.confirmOwner();
  await console.answer('Send it by e-mail instead');
  await console.mailAddress.fill('reset@vendor.example');
  await stage.show('submit-mail', 'Without the app: the request as a mail to the printed address');
  await showKeys(stage);
  await console.answer('The e-mail is sent');
  await expect(console.stepHeading).toHaveText('Wait for the code');
}

async function showKeys(stage: Stage): Promise<void> {
  const { console } = stage;
  // First out of the field that was typed in: there a question mark is a question mark.
  await console.press('Escape', '?');
  await expect(console.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await stage.show('keys', 'Every key that works here');
  await console.press('Escape');
}

/** One photo with the reset code and a link; then five wrong codes lock the device. */
export async function pickOneOfSeveral(stage: Stage, owner: Owner): Promise<void> {
  const { console } = stage;
  const payload = owner.showResetCode();
  const { label } = owner.device.getState();
  await console.goTo('Queue');
  await console.dropFile('photo.png', 'image/png', photoOfCodes([payload, 'https://example.com/app']));
  await expect(console.scanner.getByText(/codes found/)).toBeVisible();
  await stage.show('several-codes', 'Several codes in one picture: the reset code is offered first');
  await console.press('1');
  await expect(console.ticketHeading(3)).toBeVisible();
  await console.dismissNews();
  await console.enterCustomer('Omar Haddad', '+1 202 555 0143');
  await console.enterSerial(label.serial);
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');
  await console.answer('The device refuses it');
  await stage.show('code-refused', 'A refused code: the likely reasons, and how to go on');
  for (let tries = 1; tries < WRONG_CODES_THAT_LOCK; tries++) {
    await console.answer(tries < WRONG_CODES_THAT_WARN ? 'Try again' : 'Try once more');
    await console.answer('The device refuses it');
  }
  await expect(console.stepHeading).toHaveText('The device is locked for five minutes');
  await stage.show('device-locked', 'Five wrong codes lock the device: the ticket knows until when');
}

/** A ticket that starts without a code, and the official ways where there is none. */
export async function startWithoutCode(stage: Stage): Promise<void> {
  const { console } = stage;
  await console.goTo('Queue');
  await console.startTicket(4);
  await console.enterCustomer('Lakeside Dental', '+1 202 555 0187');
  await console.confirmOwner();
  await expect(console.stepHeading).toHaveText('Where is the reset page?');
  await stage.show('find-the-code', 'No code yet: where to find the reset page');
  await console.answer('Neither of them');
  await expect(console.stepHeading).toHaveText('Is there a computer in the same network?');
  await stage.show('other-ways', 'Where the page fails: one question at a time to another official way');
}

/** A device that nobody can reset from here is sent on to the vendor. */
export async function closeAsReferred(stage: Stage): Promise<void> {
  const { console } = stage;
  await console.page.getByRole('button', { name: 'Close ticket', exact: true }).click();
  await console.page.getByRole('menuitem', { name: 'Sent to another route or to the vendor' }).click();
  await expect(console.page.getByRole('button', { name: 'Open it again' })).toBeVisible();
}

/** The serial of a device that was here before brings its history along. */
export async function deviceSeenBefore(stage: Stage, serial: string): Promise<void> {
  const { console } = stage;
  await console.goTo('Queue');
  await console.startTicket(5);
  await console.enterSerial(serial);
  await expect(console.context).toContainText('Other tickets of this device');
  await console.context.getByRole('heading', { name: 'Notes' }).scrollIntoViewIfNeeded();
  await stage.show('known-device', 'A device that was here before: its earlier tickets are at hand');
}
