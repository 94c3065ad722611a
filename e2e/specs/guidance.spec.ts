import { type Desk, type DeskOptions, expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

async function begin(startDesk: (options: DeskOptions) => Promise<Desk>) {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.stepHeading).toHaveText('Who is calling?');
  return { desk, console };
}

test('The customer scans with DMSS on the own phone, and the mailbox that the page shows is at hand again', async ({
  startDesk,
}) => {
  const { desk, console } = await begin(startDesk);
  await console.confirmOwner();
  await console.answer('Monitor at the device');
  await expect(console.stepHeading).toHaveText('On the monitor');
  await console.press('t');
  const shown = desk.page.getByLabel('E-mail address as the device shows it');
  await expect(shown).toBeFocused();
  await desk.page.keyboard.insertText('m***@e****.com');
  await console.press('Enter');
  await expect(shown).not.toBeFocused();
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Who has DMSS?');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('The customer scans with DMSS');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await expect(desk.page.getByText('Shown on the device')).toBeVisible();
  await expect(desk.page.getByText('m***@e****.com')).toBeVisible();
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Enter the security code');
});

test('Nobody at the device: a visit is arranged, and the ticket goes on with what is there', async ({
  startDesk,
}) => {
  const { console } = await begin(startDesk);
  await console.answer('Not at the device');
  await expect(console.routes.getByRole('button').first()).toContainText('arrange a visit');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Who can go to the device?');
  await console.answer('A time is agreed');
  await expect(console.stepHeading).toHaveText('Until the visit');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Which brand is on the device?');
  await console.press('1');
  await expect(console.routes.getByRole('button').first()).toContainText('Dahua family');
});

test('A device that was never set up is led to its set-up', async ({ startDesk }) => {
  const { console } = await begin(startDesk);
  await console.press('o');
  await expect(console.stepHeading).toHaveText('Which brand is on the device?');
  await console.answer('Hikvision');
  await expect(console.stepHeading).toHaveText('What is on the screen?');
  await console.answer('It asks to be set up for the first time');
  await expect(console.routes.getByRole('button').first()).toContainText('Hikvision: activation');
  await console.press('Enter');
  await console.confirmOwner();
  await expect(console.stepHeading).toHaveText('Set the device up');
});

test('An Amcrest recorder is reset by its questions', async ({ startDesk }) => {
  const { console } = await begin(startDesk);
  await console.confirmOwner();
  await console.answer('Another brand is on it');
  await expect(console.stepHeading).toHaveText('Which brand is on the device?');
  // Asked, and not preselected: Enter would stay with the brand that the ticket was on.
  await expect(console.routes.getByRole('button').first()).toContainText('Dahua family');
  await console.answer('Amcrest');
  await console.takeRoute('Amcrest: security questions');
  await expect(console.stepHeading).toHaveText('Choose the questions on the recorder');
  await console.answer('The questions are shown');
  await expect(console.stepHeading).toHaveText('Answer the questions');
  await console.answer('The answers are accepted');
  await expect(console.stepHeading).toHaveText('Set the new password');
});

test('A VIGI recorder gets its code by mail, and its own code is not scanned here', async ({ startDesk }) => {
  const { desk, console } = await begin(startDesk);
  await console.confirmOwner();
  await console.answer('Another brand is on it');
  await expect(console.stepHeading).toHaveText('Which brand is on the device?');
  await console.answer('TP-Link VIGI');
  await console.takeRoute('TP-Link VIGI recorder: code by e-mail');
  await expect(console.stepHeading).toHaveText('Forgot Password on the recorder');
  await expect(desk.page.getByText('do not scan it here')).toBeVisible();
  await console.answer('The code is on its way');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await console.answer('The code has arrived');
  await expect(console.stepHeading).toHaveText('Enter the code');
  await console.answer('The device accepts it');
  await console.answer('Saved');
  await console.answer('The login works');
  await console.answer('Done, close the ticket');
  await expect(console.stepHeading).toHaveText('Solved');
});
