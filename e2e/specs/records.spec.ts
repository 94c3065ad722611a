import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { fillWithTickets } from '../fixtures/many-tickets.ts';
import { Console } from '../pages/console.ts';

type Caller = { readonly name: string; readonly phone: string; readonly serial: string };

/** A ticket without a scan, for a customer who is not known yet. */
async function takeCall(console: Console, { name, phone, serial }: Caller): Promise<void> {
  await console.press('n');
  await console.enterCustomer(name, phone);
  await console.enterSerial(serial);
  await expect(console.context.getByText(serial)).toBeVisible();
  await console.goTo('Queue');
  await expect(console.queueHeading).toBeVisible();
}

async function openRecord(console: Console, list: 'Customers' | 'Devices', name: string): Promise<void> {
  await console.goTo(list);
  await console.recordLinks(list).filter({ hasText: name }).click();
  await expect(console.page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('Two customers that are one are merged, and brought apart again', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await takeCall(console, { name: 'Anna Kowalska', phone: '+49 30 123456', serial: '4G0A1B2PAZ0001' });
  await takeCall(console, { name: 'A. Kowalska', phone: '+49 30 123456', serial: '4G0A1B2PAZ0002' });

  await openRecord(console, 'Customers', 'Anna Kowalska');
  await expect(page.getByText('Perhaps the same customer: A. Kowalska')).toBeVisible();
  await console.press('Escape');
  await console.press('/');
  await page.keyboard.type('anna', { delay: 80 });
  await expect(console.recordLinks('Customers')).toHaveCount(1);
  await console.press('ArrowDown', 'Enter');
  await expect(heading(page, 'Anna Kowalska')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('anna');
  await page.goForward();
  await expect(heading(page, 'Anna Kowalska')).toBeVisible();
  await page.getByRole('button', { name: 'Compare and merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge two customers' });
  await expect(dialog.getByRole('radio', { name: 'Name: Anna Kowalska' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Name: A. Kowalska' }).check();
  await expect(dialog.getByText('devices 1, tickets 1')).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toBeHidden();

  await expect(heading(page, 'A. Kowalska')).toBeVisible();
  const places = console.recordCard('Places and devices');
  await expect(places.getByRole('link')).toHaveText(['4G0A1B2PAZ0001', '4G0A1B2PAZ0002']);
  await expect(console.recordCard('Tickets').getByRole('link')).toHaveText(['Ticket 2', 'Ticket 1']);
  await console.goTo('Customers');
  await expect(console.recordLinks('Customers')).toHaveCount(1);

  await console.press('Control+z');
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText('customers merged');
  await expect(console.recordLinks('Customers')).toHaveCount(2);
  await console.recordLinks('Customers').filter({ hasText: 'Anna Kowalska' }).click();
  await expect(places.getByRole('link')).toHaveText(['4G0A1B2PAZ0001']);
  await expect(console.recordCard('Tickets').getByRole('link')).toHaveText(['Ticket 1']);
});

test('A device is known by its whole history: every scan, failure, reset and owner', async ({
  startDesk,
  owner,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  const serial = '4G0A1B2PAZ0001';
  await console.createUnprotectedDatabase();
  await takeCall(console, { name: 'Ben Ortiz', phone: '+34 91 1234567', serial: '7K0A1B2PAZ0009' });
  await console.paste({ text: owner.showResetCode() });
  await console.enterCustomer('Anna Kowalska', '+49 30 123456');
  await console.enterSerial(serial);
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');
  await console.securityCode.fill('wrong123');
  await console.answer('The device refuses it');
  await console.answer('Try again');
  await console.securityCode.fill('right456');
  await console.answer('The device accepts it');
  await console.answer('Saved');
  await console.answer('The login works');
  await console.answer('Done, close the ticket');
  await expect(console.stepHeading).toHaveText('Solved');

  await console.context.getByRole('link', { name: 'History of this device' }).click();
  await expect(heading(page, serial)).toBeVisible();
  await expect(page.getByText(/scanned 1 time, last reset: \d\d:\d\d/)).toBeVisible();
  const timeline = console.recordCard('What happened').getByRole('listitem');
  for (const moment of [
    'Ticket opened',
    'Reset code scanned',
    'Security code asked for',
    'The device refused the code',
    'Login with the new password checked',
    'Ticket closed',
  ])
    await expect(timeline.filter({ hasText: moment })).toHaveCount(1);
  await expect(timeline.filter({ hasText: 'Owner: Anna Kowalska' })).toHaveCount(1);

  // What it is and where, said once and kept.
  const facts = console.recordCard('About the device');
  await facts.getByLabel('Model').fill('NVR4108');
  await facts.getByRole('combobox', { name: 'Menus from' }).click();
  await page.getByRole('option', { name: '2022 or later' }).click();
  await facts.getByRole('button', { name: 'New place' }).click();
  await facts.getByLabel('Name of the new place').fill('Shop in Long Road');
  await console.press('Enter');
  await expect(facts.getByRole('combobox', { name: 'Place' })).toHaveValue('Shop in Long Road');
  await expect(timeline.filter({ hasText: 'Place: Shop in Long Road' })).toHaveCount(1);
  await console.recordCard('Owner').getByRole('link', { name: 'Anna Kowalska' }).click();
  const places = console.recordCard('Places and devices');
  await expect(places.getByRole('textbox', { name: 'Place' })).toHaveValue('Shop in Long Road');
  await expect(places.getByRole('link', { name: serial })).toBeVisible();

  // It is sold: the next owner has no part in the places of the one before. Undone, it is back in its place.
  await places.getByRole('link', { name: serial }).click();
  await page.getByRole('button', { name: 'Give to another owner' }).click();
  await page.getByLabel('Name or phone of the owner').fill('ortiz');
  await page.getByRole('button', { name: 'Give to Ben Ortiz' }).click();
  await page.getByRole('radio', { name: 'Sold or given away' }).check();
  await page.getByRole('button', { name: 'Change the owner' }).click();
  await expect(timeline.filter({ hasText: 'Owner: Anna Kowalska → Ben Ortiz' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(facts.getByRole('combobox', { name: 'Place' })).toHaveValue('Shop in Long Road');
  await expect(console.recordCard('Owner').getByRole('link')).toHaveText('Anna Kowalska');

  await page.getByRole('button', { name: 'Show all entries' }).click();
  await expect(page.getByText(/The trail is whole/)).toBeVisible();
});

test('A known caller and a known serial are taken with one key while they are typed', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await takeCall(console, { name: 'Anna Kowalska', phone: '+49 30 123456', serial: '4G0A1B2PAZ0001' });

  // Another name, but her number: she is offered before a new customer is.
  await console.press('n');
  await console.callerLine.fill('A. Kowalski +49 30 123456');
  const offered = page.getByRole('listbox').getByRole('option');
  await expect(offered.first()).toContainText('Same phone number');
  await console.press('Enter');
  await expect(console.card('Caller')).toContainText('Anna Kowalska');

  // A zero that was read as the letter O, and the end still missing.
  await console.edit('Device', 'Serial number');
  await console.context.getByLabel('Serial number').fill('4GOA1B2P');
  const alike = console.context.getByRole('region', { name: 'Known devices that read like this' });
  await expect(alike.getByRole('button', { name: 'Take 4G0A1B2PAZ0001' })).toBeVisible();
  await console.press('Shift+Enter');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(page.getByText('This device already had an open ticket')).toBeVisible();
});

test('A serial that was typed wrong is merged into the right one, with a preview, and brought back', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await takeCall(console, { name: 'Anna Kowalska', phone: '+49 30 123456', serial: '4G0A1B2PAZ0001' });
  await console.openTicket(1);
  await page.getByRole('button', { name: 'Close ticket' }).click();
  await page.getByRole('menuitem', { name: 'The customer gives up' }).click();
  await console.goTo('Queue');
  await console.press('n');
  await console.enterSerial('4GOA1B2PAZ0001');
  await expect(console.context.getByText('4GOA1B2PAZ0001')).toBeVisible();

  await openRecord(console, 'Devices', '4G0A1B2PAZ0001');
  await page.getByRole('button', { name: 'Compare and merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge two devices' });
  await expect(dialog.getByText('1 ticket moves, and 4GOA1B2PAZ0001 is removed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Let the other one stay' }).click();
  await expect(dialog.getByText('1 ticket moves, and 4G0A1B2PAZ0001 is removed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Let the other one stay' }).click();
  await expect(dialog.getByText('1 ticket moves, and 4GOA1B2PAZ0001 is removed.')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Owner: Anna Kowalska' })).toBeChecked();
  await console.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(console.recordCard('Tickets').getByRole('link')).toHaveText(['Ticket 2', 'Ticket 1']);
  await console.goTo('Devices');
  await expect(console.recordLinks('Devices')).toHaveCount(1);
  await console.press('Control+z');
  await expect(console.recordLinks('Devices')).toHaveCount(2);
});

test('A list of hundreds is gone through to its end by keys, and only what is in sight is in the page', async ({
  startDesk,
}) => {
  const first = await startDesk({ hasCamera: false });
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  await fillWithTickets(join(first.profile, 'resetdesk.db'), await unprotectedKey(first.profile), 1200);
  const { page } = await startDesk({ hasCamera: false, profile: first.profile });
  const console = new Console(page);
  await console.goTo('Customers');
  const links = console.recordLinks('Customers');
  await expect(links.first()).toBeVisible();
  await console.press('/', 'ArrowDown');
  await expect(links.first()).toBeFocused();
  // A fifth as many customers as tickets; the list knows of more only when it gets there.
  const focusedRow = () => page.evaluate(() => Number(document.activeElement?.getAttribute('data-index')));
  await expect(async () => {
    await console.press('End');
    expect(await focusedRow()).toBe(239);
  }).toPass();
  expect(await links.count()).toBeLessThan(60);
  const name = await page.evaluate(() => document.activeElement?.firstElementChild?.textContent ?? '');
  await console.press('Enter');
  await expect(heading(page, name)).toBeVisible();
});

test('The firmware version that a caller reads out is kept, found and shown on the page of the device', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.enterCustomer('Anna Kowalska', '+49 30 123456');
  await console.enterSerial('4G0A1B2PAZ0001');
  await console.edit('Device', 'Firmware version');
  await console.context.getByLabel('Firmware version').fill('4.001.0000007.3');
  await console.goTo('Devices');
  await page.getByRole('searchbox').fill('0000007');
  await console.recordLinks('Devices').filter({ hasText: '4G0A1B2PAZ0001' }).click();
  const facts = console.recordCard('About the device');
  await expect(facts.getByLabel('Firmware version')).toHaveValue('4.001.0000007.3');
  await expect(
    console.recordCard('What happened').getByText('Firmware version: 4.001.0000007.3'),
  ).toBeVisible();
});
