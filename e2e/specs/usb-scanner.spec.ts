import type { Page } from 'playwright/test';
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

  await pullTrigger(desk.page, payload, { computer: 'azerty' });
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
  await console.startTicket(1);

  const customer = console.callerLine;
  await customer.fill('Maria González');
  await customer.press('Home');
  await pullTrigger(desk.page, label.payload);
  await expect(console.context).toContainText(label.serial);
  await expect(customer).toHaveValue('Maria González');
  await pullTrigger(desk.page, payload);
  await expect(customer).toHaveValue('Maria González');
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await pullTrigger(desk.page, label.serial);
  await expect(customer).toHaveValue('Maria González');

  await test.step('What a person or an ordinary barcode puts into it stays', async () => {
    await customer.fill('');
    await pullTrigger(desk.page, '5901234123457');
    await expect(customer).toHaveValue('5901234123457');
    await customer.pressSequentially(' Maria');
    await expect(customer).toHaveValue('5901234123457 Maria');
    await expect(console.ticketHeading(1)).toBeVisible();
  });
});

test('A short barcode in the field of the customer makes nobody a customer', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  const customer = console.callerLine;
  const isAsked = desk.page.getByText(/This is only a number/);
  for (const everyMs of [5, 150]) {
    await customer.fill('');
    await pullTrigger(desk.page, '104237', { everyMs });
    await expect(isAsked).toBeVisible();
    await customer.press('Enter');
    await expect(customer).toHaveValue('104237');
  }
  await customer.press('ArrowDown');
  await customer.press('Enter');
  await expect(customer).toBeHidden();
  await expect(console.context.getByLabel('Phone')).toHaveValue('104237');
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

for (const everyMs of [45, 90, 150]) {
  test(`A slow scanner, ${everyMs} ms a key, opens one ticket and presses nothing else`, async ({
    startDesk,
    owner,
  }) => {
    // Some 360 keys take most of a minute at that speed.
    test.setTimeout(180_000);
    const payload = owner.showResetCode();
    const desk = await startDesk({ hasCamera: false });
    const console = new Console(desk.page);
    await console.createUnprotectedDatabase();

    await pullTrigger(desk.page, payload, { everyMs });
    await expect(console.ticketHeading(1)).toBeVisible();
    await expect(console.stepHeading).toHaveText('Who is calling?');
    await expect(desk.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect(console.scanner).toBeHidden();
    await expect(desk.page.getByRole('dialog')).toHaveCount(0);

    await test.step('The label goes to the ticket, while its answers are keys on the page', async () => {
      const { label } = owner.device.getState();
      await pullTrigger(desk.page, label.payload, { everyMs });
      await expect(console.context).toContainText(label.serial);
      await expect(console.stepHeading).toHaveText('Who is calling?');
      await expect(desk.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    });
    await console.goTo('Queue');
    await expect(console.rows).toHaveCount(1);
  });
}

test('A scan is taken in over an open dialog, out of its field, and a second time without harm', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const { label } = owner.device.getState();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('?');
  const sheet = desk.page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toBeVisible();
  await pullTrigger(desk.page, `]Q1${payload}`, { computer: 'dvorak' });
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(sheet).toBeHidden();

  await console.press('Control+k');
  const search = desk.page.getByRole('combobox', { name: 'Search text' });
  await search.fill('gonz');
  await pullTrigger(desk.page, label.payload);
  await expect(console.context).toContainText(label.serial);
  await expect(search).toHaveValue('gonz');
  await console.press('Escape');
  await expect(search).toBeHidden();

  await console.goTo('Queue');
  await console.press('Control+k');
  await search.fill('gonz');
  await pullTrigger(desk.page, payload);
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(search).toBeHidden();
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await console.goTo('Queue');
  await expect(console.rows).toHaveCount(1);
});

test('A scan that breaks off is told and presses nothing', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await pullTrigger(desk.page, payload.slice(0, 5));
  await expect(
    desk.page.getByText('A scanner typed only 5 characters, and nothing was pressed.'),
  ).toBeVisible();
  await expect(console.queueHeading).toBeVisible();

  await test.step('So is a barcode that is too short for a code, at the speed of a slow scanner', async () => {
    await console.press('n');
    await expect(console.stepHeading).toBeFocused();
    await pullTrigger(desk.page, '104237', { everyMs: (index) => (index > 0 ? 90 : 0) });
    await expect(
      desk.page.getByText('A scanner typed only 6 characters, and nothing was pressed.'),
    ).toBeVisible();
    await expect(console.stepHeading).toHaveText('Who is calling?');
  });
});

test('What a person types without a field is given back and presses nothing', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.stepHeading).toBeFocused();
  const gaps = [170, 110, 60, 150, 90, 220, 70, 100, 160, 140];
  const everyMs = (index: number) => gaps[index % gaps.length] ?? 0;
  await pullTrigger(desk.page, 'maria gonza', { everyMs, end: '' });
  await expect(
    desk.page.getByText('Typed outside of a field, so nothing was pressed: “maria gonza”'),
  ).toBeVisible();
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await expect(desk.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await desk.page.getByRole('button', { name: 'Copy', exact: true }).click();
  await console.press('m', 'Control+v');
  await expect(console.context.getByRole('textbox', { name: 'New note' })).toHaveValue('maria gonza');
});

test('A key that is pressed just before a click counts where it was pressed', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.stepHeading).toBeFocused();
  const note = console.context.getByRole('textbox', { name: 'New note' });
  // Within one moment of the window, as quick hands do it.
  await note.evaluate((field) => {
    const key = { code: 'KeyA', key: 'a', bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
    document.body.dispatchEvent(new KeyboardEvent('keyup', key));
    field.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    if (field instanceof HTMLElement) field.focus();
  });
  await expect(desk.page.getByRole('checkbox', { name: 'The caller is at the device' })).toBeChecked();
  await desk.page.evaluate(() => new Promise((held) => setTimeout(held, 500)));
  await expect(note).toHaveValue('');
  await expect(note).toBeFocused();
});

test('On a French keyboard the keys are those that its caps name', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  const atDevice = desk.page.getByRole('checkbox', { name: 'The caller is at the device' });
  await pressKey(desk.page, 'KeyA', 'q');
  await expect(atDevice).not.toBeChecked();
  await pressKey(desk.page, 'KeyQ', 'a');
  await expect(atDevice).toBeChecked();
  await pressKey(desk.page, 'KeyM', ',');
  await expect(console.stepHeading).toBeFocused();
  await pressKey(desk.page, 'Semicolon', 'm');
  await expect(console.context.getByRole('textbox', { name: 'New note' })).toBeFocused();
});

/** A key of another layout than the test machine's, with a finger on it. */
async function pressKey(page: Page, code: string, key: string): Promise<void> {
  await page.evaluate(
    async (init) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 400));
      target.dispatchEvent(new KeyboardEvent('keyup', { ...init, bubbles: true }));
    },
    { code, key },
  );
}
