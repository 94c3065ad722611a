import { expect } from '../fixtures/desk.ts';
import type { Owner } from '../fixtures/owner.ts';
import { photoOfCodes } from './pictures.ts';
import type { Stage } from './stage.ts';

/** The first start: how the records are protected, and the empty queue. */
export async function firstStart(stage: Stage): Promise<void> {
  const { console } = stage;
  await console.choosePassphrase('violet tram harvest lantern');
  await stage.show('first-start', 'First start: how are the records protected?');
  await console.createDatabase();
  await stage.show('empty-queue', 'The queue before the first ticket');
}

/** The agent's name stands beside every step in the history. */
export async function introduceAgent(stage: Stage): Promise<void> {
  const { console } = stage;
  await console.goTo('Settings');
  await console.page.getByLabel('Your name').fill('Robin');
  await expect(console.page.getByText('Saved', { exact: true })).toBeVisible();
  await stage.show('settings', 'Settings of this computer; saved as they are made');
  await console.goTo('Queue');
}

/** The camera sees a code, but not the one that is needed. */
export async function showWrongCode(stage: Stage): Promise<void> {
  const { console } = stage;
  await console.openScanner('Camera');
  await expect(console.scanner.getByText(/This is a link/)).toBeVisible();
  await expect(console.scanner.locator('polygon')).toBeVisible();
  await stage.show('wrong-code', 'A wrong code in front of the camera is named, with what to do');
  await console.press('Escape');
  await expect(console.scanner).toBeHidden();
}

/** The queue's lanes. */
export async function lookRound(stage: Stage): Promise<void> {
  const { console } = stage;
  await console.goTo('Queue');
  await expect(console.queueHeading).toBeVisible();
  await stage.show('queue', 'The queue: what is next in each ticket, and when');
  await console.showWaiting();
  await stage.show('queue-waiting', 'Requests that are on their way');
  await console.pickLane('Closed');
  await stage.show('queue-closed', 'Finished tickets');
}

/** The dark theme; a code for a phone stays black on white. */
export async function showDark(stage: Stage, owner: Owner): Promise<void> {
  const { console } = stage;
  await console.goTo('Settings');
  await console.page.getByText('Dark', { exact: true }).click();
  await console.goTo('Queue');
  await console.pickLane('Mine');
  await stage.show('queue-dark', 'The queue in dark');
  await console.dropFile('code.png', 'image/png', photoOfCodes([owner.showResetCode()]));
  await expect(console.ticketHeading(6)).toBeVisible();
  await console.dismissNews();
  await console.enterCustomer('Green Lane School', '+44 20 7946 0417');
  await console.confirmOwner();
  await expect(console.cleanCode).toBeVisible();
  await stage.show('ticket-dark', 'A ticket in dark; the code for the phone stays black on white');
}
