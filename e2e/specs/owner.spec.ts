import type { Locator } from 'playwright/test';
import { labelPayload, resetPayload } from '../../core/testkit/payloads.ts';
import { createRandom } from '../../core/testkit/random.ts';
import { type Desk, type DeskOptions, expect, test } from '../fixtures/desk.ts';
import { pullTrigger } from '../fixtures/usb-scanner.ts';
import { Console } from '../pages/console.ts';

const SERIAL = '4G0A1B2PAZ00042';
const OTHER_SERIAL = '9K11C3DPAQ00077';

type StartDesk = (options: DeskOptions) => Promise<Desk>;

async function startConsole(startDesk: StartDesk): Promise<Console> {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  return console;
}

async function newTicket(console: Console, number: number): Promise<void> {
  await console.goTo('Queue');
  await expect(console.queueHeading).toBeVisible();
  await console.press('n');
  await expect(console.ticketHeading(number)).toBeVisible();
}

/** A device of this customer, whose only ticket is closed. */
async function meetOwner(console: Console, name: string, serial: string): Promise<void> {
  await newTicket(console, 1);
  await console.enterSerial(serial);
  await expect(console.context).toContainText(serial);
  await console.enterCustomer(name, '+34 900 555 014');
  await console.closeAs('Sent to another route or to the vendor');
  await expect(console.page.getByRole('button', { name: 'Open it again' })).toBeVisible();
}

const nameCaller = async (console: Console, name: string) => {
  await console.callerLine.fill(name);
  await console.page.getByRole('option', { name: /New customer/ }).click();
  await expect(console.context.getByLabel('Name')).toHaveValue(name);
};

const registration = ({ page }: Console): Locator =>
  page.getByRole('region', { name: 'Registration of the device' });

test("A stranger with another customer's serial owns nothing, whichever is entered first", async ({
  startDesk,
}) => {
  const console = await startConsole(startDesk);
  const { page } = console;
  const conflict = (name: string) =>
    page.getByText(`${name} is calling, the device is registered to Maria González`);
  await meetOwner(console, 'Maria González', SERIAL);

  await test.step('The serial first, then another name', async () => {
    await newTicket(console, 2);
    await console.enterSerial(SERIAL);
    await expect(registration(console)).toContainText('Maria González');
    await expect(registration(console)).toContainText('never here');
    await console.context.getByRole('button', { name: 'Another serial' }).click();
    await console.enterSerial(OTHER_SERIAL);
    await expect(registration(console)).toContainText('nobody yet');
    await console.context.getByRole('button', { name: 'Another serial' }).click();
    await console.enterSerial(SERIAL);
    await expect(registration(console)).toContainText('Maria González');
    await console.context.getByRole('button', { name: 'Another customer' }).click();
    await nameCaller(console, 'A stranger');
    await expect(conflict('A stranger')).toBeVisible();
    await expect(console.context).toContainText('Registered to: Maria González (not who is calling)');
    await console.closeAs('The customer gives up');
  });

  await test.step('The name first, then the serial, after ownership was confirmed', async () => {
    await newTicket(console, 3);
    await nameCaller(console, 'Another stranger');
    await console.confirmOwner();
    await console.enterSerial(SERIAL);
    await expect(conflict('Another stranger')).toBeVisible();
    await expect(
      page.getByText('Proofs no longer count: the device is registered to somebody else'),
    ).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'The caller is at the device' })).not.toBeChecked();
    await console.tickOwnership();
    await page.getByRole('button', { name: 'Record the proofs' }).click();
    await expect(conflict('Another stranger')).toBeHidden();
  });

  await test.step('The device is still hers, until the agent gives it away with a reason', async () => {
    await console.openCustomer('Maria González');
    await expect(console.recordCard('Places and devices')).toContainText(SERIAL);
    await page.getByRole('link', { name: SERIAL }).click();
    await page.getByRole('button', { name: 'Give to another owner' }).click();
    await page.getByLabel('Name or phone of the owner').fill('Another');
    await page.getByRole('button', { name: 'Give to Another stranger' }).click();
    const dialog = page.getByRole('dialog', { name: 'Register the device to another owner' });
    await expect(dialog).toContainText('Maria González');
    await expect(dialog.getByRole('button', { name: 'Change the owner' })).toBeDisabled();
    await console.press('1', 'Enter');
    await expect(dialog).toBeHidden();
    await expect(console.recordCard('Owner')).toContainText('Another stranger');
    await expect(console.recordCard('What happened')).toContainText('Reason: Sold or given away');
    await console.press('Control+z');
    await expect(console.recordCard('Owner')).toContainText('Maria González');
  });
});

test('In a small window the conflict about the owner and the proofs are in sight together, in both languages', async ({
  startDesk,
}) => {
  const console = await startConsole(startDesk);
  const { page } = console;
  await meetOwner(console, 'Maria González', SERIAL);
  await newTicket(console, 2);
  await console.enterSerial(SERIAL);
  await console.context.getByRole('button', { name: 'Another customer' }).click();
  await nameCaller(console, 'Pedro Alonso');
  const title = page.getByText('Pedro Alonso is calling, the device is registered to Maria González');
  await expect(title).toBeVisible();
  for (const [language, conflict] of [
    ['en', title],
    ['es', page.getByText('Llama Pedro Alonso, el dispositivo está a nombre de Maria González')],
  ] as const) {
    await page.evaluate((to) => window.resetdesk.call('settings.update', { language: to }), language);
    await expect(conflict).toBeVisible();
    for (const size of [
      { width: 1024, height: 640 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size);
      await expect(conflict).toBeInViewport({ ratio: 1 });
      for (const proof of await page.getByRole('main').getByRole('checkbox').all())
        await expect(proof).toBeInViewport({ ratio: 1 });
    }
  }
});

test('Two tickets of two customers for one device are merged only when the agent says so', async ({
  startDesk,
}) => {
  const console = await startConsole(startDesk);
  const { page } = console;
  await newTicket(console, 1);
  await console.enterSerial(SERIAL);
  await nameCaller(console, 'Paula Prim');
  await console.confirmOwner();
  await newTicket(console, 2);
  await nameCaller(console, 'Marc Moll');

  const question = page.getByRole('dialog', { name: 'Device' });
  await console.enterSerial(SERIAL);
  await expect(question).toContainText('This belongs to an open ticket of another customer');
  for (const words of ['Marc Moll', 'Paula Prim', 'closes ticket 2', 'do not count for Marc Moll'])
    await expect(question).toContainText(words);

  await test.step('Escape leaves both as they are, and the serial where it was typed', async () => {
    await console.press('Escape');
    await expect(question).toBeHidden();
    await expect(console.ticketHeading(2)).toBeVisible();
    await expect(console.context.getByLabel('Serial number')).toHaveValue(SERIAL);
  });

  await test.step('Merged by the agent’s word, the proofs are asked for again', async () => {
    await console.context.getByLabel('Serial number').focus();
    await console.press('Enter');
    await expect(question).toBeVisible();
    await console.press('2');
    await expect(console.ticketHeading(1)).toBeVisible();
    await expect(
      page.getByText("It is Paula Prim's. If somebody else is calling, set the caller"),
    ).toBeVisible();
    await expect(console.card('Caller')).toContainText('Paula Prim');
    await expect(
      page.getByText('Proofs no longer count: another ticket was merged into this one'),
    ).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'The caller is at the device' })).not.toBeChecked();
  });
});

test('A code or label of another device asks where it belongs', async ({ startDesk }) => {
  const random = createRandom(11);
  const codes = [resetPayload(random), resetPayload(random), resetPayload(random)] as const;
  const console = await startConsole(startDesk);
  const { page, scanner } = console;
  await pullTrigger(page, codes[0]);
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.enterSerial(SERIAL);
  await expect(registration(console)).toBeVisible();
  await nameCaller(console, 'Maria González');

  await test.step('On the phone, a pasted one is first of all the refreshed page', async () => {
    await console.stepHeading.click();
    await console.paste({ text: codes[1] });
    await expect(scanner).toContainText('This is another code than the one in ticket 1');
    await expect(scanner.getByRole('button', { name: /its page was refreshed/ })).toBeFocused();
    await console.press('Escape', 'Escape');
    await expect(console.ticketHeading(1)).toBeVisible();
    await expect(page.getByText(/Show \d+ entries/)).toBeVisible();
    await console.paste({ text: codes[1] });
    await console.press('1');
    await expect(scanner).toBeHidden();
    await expect(console.ticketHeading(1)).toBeVisible();
  });

  await test.step('At a counter, a scanned one is first of all the next customer’s', async () => {
    await pullTrigger(page, codes[2]);
    await expect(scanner.getByRole('button', { name: 'The next device: a new ticket' })).toBeFocused();
    await console.press('Enter');
    await expect(console.ticketHeading(2)).toBeVisible();
    await expect(console.callerLine).toHaveValue('');
  });

  await test.step('The label of another device does not change the ticket’s', async () => {
    await console.enterSerial(OTHER_SERIAL);
    await expect(console.context).toContainText(OTHER_SERIAL);
    await pullTrigger(page, `{SN:${SERIAL},DT:NVR4108,SC:SECRET99}`);
    await expect(scanner).toContainText('This is another device than the one in ticket 2');
    await expect(scanner).toContainText('Maria González');
    await console.press('1');
    await expect(console.ticketHeading(1)).toBeVisible();
    await pullTrigger(page, labelPayload(random));
    await expect(scanner).toContainText('This is another device than the one in ticket 1');
    await console.press('1');
    await expect(console.ticketHeading(3)).toBeVisible();
  });
});

test('A known customer who calls has a new ticket with one key, and his device with another', async ({
  startDesk,
}) => {
  const console = await startConsole(startDesk);
  const { page } = console;
  await meetOwner(console, 'Maria González', SERIAL);
  await console.openCustomer('Maria González');
  await console.startTicket(2);
  await expect(console.card('Caller')).toContainText('Maria González');
  const own = page.getByRole('region', { name: 'A device of the caller' });
  await expect(own).toContainText(SERIAL);
  // What is typed finds the same device in a list of its own.
  await console.press('d');
  await console.context.getByLabel('Serial number').fill(SERIAL.slice(0, 8));
  await expect(
    console.context.getByRole('region', { name: 'Known devices that read like this' }),
  ).toContainText(SERIAL);
  await console.context.getByLabel('Serial number').clear();
  await console.stepHeading.click();
  await console.press('u');
  await expect(registration(console)).toContainText('Maria González');

  await test.step('One phone number of two customers is said, and nobody is taken unasked', async () => {
    await newTicket(console, 3);
    await console.enterCustomer('Mario González', '+34 900 555 014');
    await newTicket(console, 4);
    const finder = console.callerLine;
    await finder.fill('+34 900 555 014');
    await expect(page.getByText('2 customers have this phone number. Choose who is calling.')).toBeVisible();
    await finder.press('Enter');
    await expect(finder).toHaveValue('+34 900 555 014');
    for (const name of ['Maria González', 'Mario González'])
      await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await finder.press('ArrowDown');
    await finder.press('Enter');
    await expect(console.card('Caller')).toContainText(/Mari[ao] González/);
  });
});
