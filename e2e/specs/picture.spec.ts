import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const PRINTED_ADDRESS = 'reset@vendor.example';

test('A dropped picture leads through a mailed request to a closed ticket', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const picture = await readFile(await owner.takePicture());
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await console.dropFile('reset-code.png', 'image/png', picture);
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.confirmOwner();
  await console.answer('Send it by e-mail instead');
  await expect(console.stepHeading).toHaveText('Send the request by e-mail');
  await desk.page
    .getByLabel(/address/i)
    .first()
    .fill(PRINTED_ADDRESS);
  await desk.page.getByRole('button', { name: /copy.*text/i }).click();
  expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(payload);
  await console.answer('The e-mail is sent');

  await console.finishWithCode(owner.sendToVendor(payload));
  await desk.page.getByRole('button', { name: /Show \d+ entries/ }).click();
  await expect(console.context).toContainText(PRINTED_ADDRESS);
});

test('A pasted picture becomes a ticket, and the same code again brings up that ticket', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const picture = await readFile(await owner.takePicture());
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await console.paste({ png: picture });
  await expect(console.ticketHeading(1)).toBeVisible();

  await console.press('Escape');
  await expect(console.queueHeading).toBeVisible();
  await console.paste({ text: payload });
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.finishWithCode(owner.sendToVendor(payload));
});

test('A known serial brings up the open ticket of that device instead of a second one', async ({
  startDesk,
  owner,
}) => {
  const { label } = owner.device.getState();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const pasteLabel = () => console.paste({ text: label.payload });

  await pasteLabel();
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.context).toContainText(label.serial);
  await console.press('Escape');
  await pasteLabel();
  await expect(console.ticketHeading(1)).toBeVisible();

  await console.press('Escape', 'n');
  await expect(console.ticketHeading(2)).toBeVisible();
  await console.enterSerial(label.serial);
  await expect(console.ticketHeading(1)).toBeVisible();
});
