import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('Escape puts the spelling away without leaving the ticket, and Enter then accepts the code', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const picture = await readFile(await owner.takePicture());
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.dropFile('reset-code.png', 'image/png', picture);
  await expect(desk.page.getByText('Reset code read. Ticket 1.')).toBeVisible();
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  const code = owner.sendToVendor(payload);
  await console.answer('The code has arrived');

  await console.securityCode.fill(code);
  await console.press('Enter');
  const spelling = desk.page.getByRole('list', { name: 'Spelling, in groups of four' });
  await expect(spelling).toBeVisible();

  await console.press('Escape');
  await expect(spelling).toBeHidden();
  await expect(console.securityCode).toHaveValue(code);
  await console.press('Enter');
  await expect(console.stepHeading).toHaveText('Set the new password');
});

test('The reasons for a step are closed until they are asked for', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);

  const reasons = desk.page.getByRole('region', { name: 'Reasons and sources' });
  await expect(reasons.getByRole('button')).toHaveAttribute('aria-expanded', 'false');
  await expect(reasons.getByText(/Source:/)).toHaveCount(0);
  await console.press('w');
  await expect(reasons.getByText(/Source:/).first()).toBeVisible();
});

test('A scan that comes while the agent types leaves the typing alone', async ({ startDesk, owner }) => {
  owner.showResetCode();
  const picture = await readFile(await owner.takePicture());
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.confirmOwner();
  await expect(console.stepHeading).toHaveText('Where is the reset page?');
  const note = console.context.getByRole('textbox', { name: 'New note' });
  await console.press('m');
  await expect(note).toBeFocused();
  await desk.page.keyboard.type('Calls from ');
  await console.dropFile('reset-code.png', 'image/png', picture);
  await expect(console.stepHeading).toHaveText('Send the request with DMSS');
  await expect(note).toBeFocused();
  await desk.page.keyboard.type('shop 12');
  await expect(note).toHaveValue('Calls from shop 12');
  await expect(console.stepHeading).toHaveText('Send the request with DMSS');
});

test('A ticket that moves on behind an open dialog leaves the focus in the dialog', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.confirmOwner();
  await expect(console.stepHeading).toHaveText('Where is the reset page?');
  await console.press('?');
  const sheet = desk.page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toBeVisible();
  await desk.page.evaluate(() => window.resetdesk.call('desk.undo', { commandId: null }));
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await expect(sheet.locator(':focus')).toHaveCount(1);
  await console.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(console.stepHeading).toHaveText('Who is calling?');
});

test('What is typed after a new name is the phone number, and never an answer', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.press('c');
  await desk.page.keyboard.type('Maria González');
  await console.press('Enter');
  await expect(console.context.getByLabel('Phone')).toBeFocused();
  await desk.page.keyboard.type('0171 5551234', { delay: 60 });
  await expect(console.context.getByLabel('Phone')).toHaveValue('0171 5551234');
  await console.press('Enter');
  await expect(console.stepHeading).toBeFocused();
  await expect(console.stepHeading).toHaveText('Who is calling?');

  await test.step('A number first is followed by the name', async () => {
    await console.context.getByRole('button', { name: 'Another customer' }).click();
    await expect(console.callerLine).toBeFocused();
    await desk.page.keyboard.type('030 123456');
    await console.press('Enter');
    await expect(console.context.getByLabel('Name')).toBeFocused();
    await desk.page.keyboard.type('Anna Kowalska');
    await expect(console.context.getByLabel('Name')).toHaveValue('Anna Kowalska');
  });
});

test('A name that is typed behind a known serial stays typing, though its owner is presumed to call', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.press('c');
  await desk.page.keyboard.type('Maria González 0171 5551234 4K002C6PAJA49A7');
  await console.press('Enter');
  await expect(console.card('Device')).toContainText('Registered to: Maria González');
  await console.closeAs('The customer gives up');
  await console.goTo('Queue');
  await expect(console.queueHeading).toBeVisible();
  await console.startTicket(2);
  await console.press('c');
  // At once, but not as a scanner does: key by key that fast, it would be a scan.
  await desk.page.keyboard.insertText('4K002C6PAJA49A7');
  await console.press('Enter');
  await expect(console.card('Caller')).toContainText('Maria González');
  await expect(console.callerLine).toBeFocused();
  await desk.page.keyboard.type('ana 612', { delay: 60 });
  await expect(console.callerLine).toHaveValue('ana 612');
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await expect(desk.page.getByRole('checkbox', { checked: true })).toHaveCount(0);

  await test.step('Nothing is left typed: Enter ends it, and the next key is the step’s', async () => {
    await console.callerLine.fill('');
    await console.press('Enter');
    await expect(console.stepHeading).toBeFocused();
    await expect(console.card('Caller')).toContainText('Maria González');
  });
});

test('What is typed after a new place chooses a place, and never an answer', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.press('c');
  await desk.page.keyboard.type('Maria González');
  await console.press('Enter');
  await expect(console.context.getByLabel('Phone')).toBeFocused();
  await console.enterSerial('4K002C6PAJA49A7');
  await console.edit('Device', 'Model');
  const place = console.context.getByRole('combobox', { name: 'Place' });
  for (const end of ['Enter', 'Escape']) {
    await console.context.getByRole('button', { name: 'New place' }).click();
    await desk.page.keyboard.type(`Shop by ${end}`);
    await console.press(end);
    await expect(place).toBeFocused();
    await desk.page.keyboard.type('1');
    await expect(place).toHaveValue('Shop by Enter');
    await expect(console.stepHeading).toHaveText('Who is calling?');
    await expect(console.ticketHeading(1)).toBeVisible();
  }
});

test('Enter and Escape of an input method choose its words and nothing of ours', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.press('c');
  const finder = console.callerLine;
  await expect(finder).toBeFocused();
  await desk.page.keyboard.insertText('さとう');
  await expect(desk.page.getByRole('option', { name: /さとう/ })).toBeVisible();
  for (const key of ['Enter', 'Escape', '1', 's']) {
    await finder.dispatchEvent('keydown', {
      key,
      code: key,
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
  }
  await expect(finder).toBeFocused();
  await expect(finder).toHaveValue('さとう');
  await console.press('Enter');
  await expect(console.context.getByLabel('Name')).toHaveValue('さとう');
});

test('Enter in the reason for a refusal ends the typing and confirms nobody', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.answer('Ownership not shown');
  await desk.page.getByLabel('Why is ownership not accepted?').fill('Wants somebody else’s recorder');
  const step = await console.stepHeading.innerText();
  expect(step).not.toBe('Who is calling?');
  await console.press('Enter');
  await expect(console.stepHeading).toBeFocused();
  await expect(console.stepHeading).toHaveText(step);
});

test('A note that was begun is gone on with at its end', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.press('m');
  const note = console.context.getByRole('textbox', { name: 'New note' });
  await expect(note).toBeFocused();
  await desk.page.keyboard.type('Calls from');
  await note.press('Home');
  await console.press('Escape', 'm');
  await desk.page.keyboard.type(' shop 12');
  await expect(note).toHaveValue('Calls from shop 12');
});
