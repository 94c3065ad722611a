import { printedInFrench } from '../../core/testkit/scanner-keys.ts';
import { expect, test } from '../fixtures/desk.ts';
import { pullTrigger } from '../fixtures/usb-scanner.ts';
import { Console } from '../pages/console.ts';

test('A USB scanner starts a ticket from any page, and presses nothing on the way', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await pullTrigger(desk.page, payload);
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await expect(console.scanner).toBeHidden();

  await test.step('The label goes to the ticket on screen, its safety code nowhere', async () => {
    const { label } = owner.device.getState();
    await pullTrigger(desk.page, label.payload);
    await expect(console.context).toContainText(label.serial);
    await expect(console.ticketHeading(1)).toBeVisible();
    await expect(console.stepHeading).toHaveText('Who is calling?');
  });
});

test('A scanner on a French keyboard layout is read by the places of its keys', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await pullTrigger(desk.page, payload, printedInFrench(payload));
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.finishWithCode(owner.sendToVendor(payload));
});

test('A code that is scanned into a text field is taken out of it again', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const { label } = owner.device.getState();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.ticketHeading(1)).toBeVisible();

  const customer = console.context.getByLabel('Find or add');
  await customer.fill('Maria González');
  await customer.press('Home');
  await pullTrigger(desk.page, label.payload);
  await expect(console.context).toContainText(label.serial);
  await expect(customer).toHaveValue('Maria González');
  await pullTrigger(desk.page, payload);
  await expect(customer).toHaveValue('Maria González');
  await expect(console.stepHeading).toHaveText('Who is calling?');

  await test.step('What a person or an ordinary barcode puts into it stays', async () => {
    await customer.fill('');
    await pullTrigger(desk.page, '5901234123457');
    await expect(customer).toHaveValue('5901234123457');
    await customer.pressSequentially(' Maria');
    await expect(customer).toHaveValue('5901234123457 Maria');
    await expect(console.ticketHeading(1)).toBeVisible();
  });
});

test('A scanner whose text makes no sense is told about, with the way out', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await pullTrigger(desk.page, '&&&(-_(-_(-_)&&&');
  await expect(console.scanner).toContainText("This scanner's text cannot be read as QR data");
  await expect(console.scanner).toContainText('Show the code to the webcam');
  await expect(console.scanner.getByRole('button', { name: /Use the camera/ })).toBeVisible();
});
