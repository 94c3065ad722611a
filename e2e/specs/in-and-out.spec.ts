import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../fixtures/dialogs.ts';
import { databaseText, filesHolding } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

const CUSTOMER = { name: 'Wilhelmina Overbeeke', phone: '+31 20 794 0811' };
const NOTE = 'The key is with the neighbour at Zonnewende 4';
const SERIAL = '7K0A1C9PAZ00042';

test('A customer wants to be forgotten: shown what is kept, erased everywhere, and the ticket stays whole', async ({
  startDesk,
}, testInfo) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const { page, profile } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.enterCustomer(CUSTOMER.name, CUSTOMER.phone);
  await console.enterSerial(SERIAL);
  await console.addNote(NOTE);
  await console.closeAs('The customer gives up');

  await test.step('the customer gets a page with everything that is kept', async () => {
    await console.openCustomer(CUSTOMER.name);
    const file = testInfo.outputPath('customer.html');
    await answerSaveDialogs(desk.app, file);
    await page.getByRole('button', { name: 'Save as a page…' }).click();
    await expect(page.getByText('Saved. The file is not encrypted.')).toBeVisible();
    const content = await readFile(file, 'utf8');
    for (const part of [CUSTOMER.name, NOTE, SERIAL]) expect(content).toContain(part);
  });

  await test.step('what goes, what stays and where it is still held are said before', async () => {
    await page.getByRole('button', { name: 'Erase…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase this customer' });
    await expect(dialog.getByText('1 note or reason written in the tickets')).toBeVisible();
    await expect(dialog.getByText('1 ticket, with what happened')).toBeVisible();
    const erase = dialog.getByRole('button', { name: 'Erase for good' });
    await expect(erase).toBeDisabled();
    await page.screenshot({ path: testInfo.outputPath('erase.png') });
    await dialog.getByLabel('Type "erase" to go on').fill('erase');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('The customer is erased')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByRole('heading', { name: 'Erased customer', level: 1 })).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('erased.png'), fullPage: true });
  });

  await test.step('the log says who did it, and names nobody', async () => {
    await console.goTo('Settings');
    await page.getByRole('button', { name: 'Show the log' }).click();
    await expect(page.getByRole('cell', { name: 'Erased a customer with 1 ticket' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Saved the data of a customer' })).toBeVisible();
    await page.getByRole('heading', { name: 'Personal data' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: testInfo.outputPath('personal-data.png') });
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText(/Last backup: .* 1 is kept/)).toBeVisible();
  });

  await test.step('the ticket is there, and its trail is whole', async () => {
    await console.goTo('Queue');
    await console.pickLane('Closed');
    await console.openTicket(1);
    await page.getByRole('link', { name: 'All entries' }).click();
    await expect(page.getByText('The trail is whole')).toBeVisible();
    await expect(page.getByText('What was written of the customer was erased')).toBeVisible();
  });

  await desk.close();
  const traces = [/Overbeeke/i, /207940811/, /Zonnewende/i];
  const records = await databaseText(profile);
  const [backup = ''] = (await readdir(join(profile, 'backups'))).filter((name) => name.endsWith('.db'));
  const kept = await databaseText(profile, join('backups', backup));
  for (const trace of traces) {
    expect(records).not.toMatch(trace);
    expect(kept).not.toMatch(trace);
  }
  expect(await filesHolding(profile, [CUSTOMER.name, '+31207940811', NOTE, SERIAL])).toEqual([]);
});

test('All records go out as a table and as a document, and a place that can not be written is told', async ({
  startDesk,
}, testInfo) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.enterCustomer(CUSTOMER.name, CUSTOMER.phone);
  await console.enterSerial(SERIAL);
  await console.goTo('Settings');
  const choice = page.getByLabel('What to export');

  await answerSaveDialogs(desk.app, testInfo.outputPath('customers.csv'));
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/1 row is in customers.csv/)).toBeVisible();
  const table = await readFile(testInfo.outputPath('customers.csv'), 'utf8');
  expect(table).toContain(`${CUSTOMER.name},"'+31207940811"`);

  await choice.selectOption({ label: 'Everything, as one document (JSON)' });
  await answerSaveDialogs(desk.app, testInfo.outputPath('everything.json'));
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/3 rows are in everything.json/)).toBeVisible();
  await page.getByRole('heading', { name: 'Export and import' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: testInfo.outputPath('export.png') });
  const document = JSON.parse(await readFile(testInfo.outputPath('everything.json'), 'utf8'));
  expect(document.tickets[0].history[0].event.type).toBe('ticketOpened');

  await answerSaveDialogs(desk.app, testInfo.outputPath('no', 'such', 'folder.csv'));
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('The folder is no longer there. Choose another one.')).toBeVisible();
});

test('What one desk exports, another imports: seen before, taken back by one key, and bad rows told with reasons', async ({
  startDesk,
}, testInfo) => {
  test.slow();
  const table = testInfo.outputPath('devices.csv');
  const first = await startDesk({ hasCamera: false });
  const old = new Console(first.page);
  await old.createUnprotectedDatabase();
  await old.press('n');
  await old.enterCustomer(CUSTOMER.name, CUSTOMER.phone);
  await old.enterSerial(SERIAL);
  await old.goTo('Settings');
  await first.page.getByLabel('What to export').selectOption({ label: 'Devices, as a table (CSV)' });
  await answerSaveDialogs(first.app, table);
  await first.page.getByRole('button', { name: 'Export…' }).click();
  await expect(first.page.getByText(/1 row is in devices.csv/)).toBeVisible();
  await first.close();
  const exported = await readFile(table, 'utf8');
  const bad = { Serial: '7K0A-BAD!', Kind: 'camera', Name: 'Nobody', Phones: 'no phone' };
  await writeFile(table, `${exported}${rowFor(exported, bad)}`);

  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');
  await answerOpenDialogs(desk.app, table);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a table' });
  await expect(dialog.getByText('devices.csv: 2 rows.')).toBeVisible();
  await expect(dialog.getByLabel('Letters')).toHaveValue('utf-8');
  await expect(dialog.getByLabel('Serial is taken for')).toHaveValue('serial');
  await expect(dialog.getByLabel('Place is taken for')).toHaveValue('');
  await page.screenshot({ path: testInfo.outputPath('columns.png') });
  await dialog.getByRole('button', { name: 'See what would happen' }).press('Enter');
  await expect(dialog.getByText('1 row is new')).toBeVisible();
  // The button is gone with its step; the keyboard stays in the dialog all the same.
  await console.press('Tab');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await expect(dialog.getByRole('cell', { name: 'A phone number has too few digits' })).toBeVisible();
  await answerSaveDialogs(desk.app, testInfo.outputPath('refused.csv'));
  await dialog.getByRole('button', { name: 'Save the refused rows…' }).click();
  await expect(dialog.getByText('Saved. Mend them there')).toBeVisible();
  expect(await readFile(testInfo.outputPath('refused.csv'), 'utf8')).toContain(
    '3,A phone number has too few digits',
  );
  await page.screenshot({ path: testInfo.outputPath('foreseen.png') });
  await dialog.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(dialog.getByText('Ctrl+Z takes the whole import back')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('imported.png') });
  await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await console.press('Enter');
  await expect(dialog).toBeHidden();

  await console.openCustomer(CUSTOMER.name);
  await expect(page.getByRole('link', { name: SERIAL })).toBeVisible();
  await console.press('Control+z');
  await expect(page.getByText('Undone: records imported').last()).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByRole('link', { name: CUSTOMER.name })).toBeHidden();
  await desk.close();
  // Settings and logs too: neither the rows nor the refused ones have left a trace there.
  expect(await filesHolding(desk.profile, [CUSTOMER.name, '+31207940811', SERIAL, 'Nobody'])).toEqual([]);
});

test('A long import is stopped in the middle, and nothing of it stays', async ({ startDesk }, testInfo) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  const list = testInfo.outputPath('long.csv');
  const rows = Array.from({ length: 4000 }, (_, index) => `Customer ${index},customer${index}@x.example`);
  await writeFile(list, ['Name,E-mail', ...rows].join('\n'));
  await answerOpenDialogs(desk.app, list);
  await console.goTo('Settings');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a table' });
  await dialog.getByRole('button', { name: 'See what would happen' }).click();
  await expect(dialog.getByText(/[1-9][0-9,]* of 4,000/)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('running.png') });
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByText('Stopped. Nothing was imported.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByRole('link', { name: /^Customer / })).toHaveCount(0);
});

test('Demo data fills the desk under a banner, and goes by one button with all that was done to it', async ({
  startDesk,
}, testInfo) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.enterCustomer(CUSTOMER.name, CUSTOMER.phone);
  await console.goTo('Settings');
  await page.getByRole('button', { name: 'Add demo data' }).click();
  await expect(page.getByText('40 made-up tickets are in this desk.')).toBeVisible({ timeout: 60_000 });
  const banner = page.getByRole('button', { name: /Demo data/ });
  await expect(banner).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('demo-settings.png') });

  await console.goTo('Queue');
  await page.screenshot({ path: testInfo.outputPath('demo-queue.png') });
  await console.pickLane('All open');
  await console.showWaiting();
  await expect(console.rows.first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('demo-waiting.png') });
  await console.rows.first().click();
  await console.addNote('Seen with the new colleague');
  await page.screenshot({ path: testInfo.outputPath('demo-ticket.png') });

  await console.goTo('Settings');
  await page.getByRole('button', { name: 'Remove all demo data' }).click();
  await expect(page.getByText('The demo data is gone.')).toBeVisible();
  // The page it was read on before does not show it as if it were there.
  await page.goBack();
  await expect(page.getByText('This record is no longer there')).toBeVisible();
  await expect(banner).toBeHidden();
  await console.goTo('Queue');
  await expect(page.getByRole('tab', { name: 'Mine' })).toContainText('1');
  await expect(page.getByRole('tab', { name: 'Closed' })).toContainText('0');
  await console.pickLane('Mine');
  await expect(console.row(1)).toBeVisible();
  await expect(console.rows).toHaveCount(1);
});

/** A row of an exported table, in the order of its headings. */
function rowFor(exported: string, cells: Readonly<Record<string, string>>): string {
  const [headings = ''] = exported.replace('\uFEFF', '').split('\r\n');
  return `${headings
    .split(',')
    .map((heading) => cells[heading] ?? '')
    .join(',')}\r\n`;
}
