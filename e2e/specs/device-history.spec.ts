import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test("A device's limits hold across its tickets, and the step says which ticket used them", async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: owner.showResetCode() });
  await console.confirmOwner();
  await expect(console.cleanCode).toBeVisible();
  await console.enterSerial('4K002C6PAJA49A7');
  await console.answer('DMSS reports success');
  await console.answer('Not arrived');
  await console.answer('Ask again with the same QR');
  await console.answer('DMSS reports success');
  await desk.page.getByRole('button', { name: 'Close ticket' }).click();
  await desk.page.getByRole('menuitem', { name: 'The customer gives up' }).click();
  await console.goTo('Queue');
  await desk.close();

  const nextShift = await startDesk({ hasCamera: false, profile: desk.profile });
  const later = new Console(nextShift.page);
  await expect(later.queueHeading).toBeVisible();
  await later.dropFile('reset-code.png', 'image/png', await readFile(await owner.takePicture()));
  await expect(later.ticketHeading(2)).toBeVisible();
  await later.confirmOwner();
  const notice = nextShift.page.getByRole('status').filter({ hasText: 'Other tickets of this device' });
  await expect(notice).toContainText('Ticket 1 · 2 codes asked for');
  const answers = nextShift.page.getByRole('region', { name: 'What happened?' });
  await expect(answers).toContainText('The codes for this QR should be used up. Source: Dahua XVR5116HS-I3');
  await notice.getByRole('link', { name: 'Ticket 1' }).click();
  await expect(later.ticketHeading(1)).toBeVisible();
});

test('Nobody is sent away without a reason that the history keeps', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await desk.page.getByRole('button', { name: 'Close ticket' }).click();
  await desk.page.getByRole('menuitem', { name: 'Ownership was not shown' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Ownership was not shown' });
  await expect(dialog.getByRole('button', { name: 'Close ticket' })).toBeDisabled();
  const reason = dialog.getByRole('textbox', { name: 'Why is ownership not accepted?' });
  await expect(reason).toBeFocused();
  await desk.page.keyboard.type('The label is of another device');
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Ended without a reset');
  const history = await console.readHistory();
  expect(history.map(({ what }) => what).join('\n')).toContain('The label is of another device');
});
