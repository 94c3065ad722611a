import { copyFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { findBackend } from '../fixtures/processes.ts';
import { Console } from '../pages/console.ts';

const PASSPHRASE = 'four plain words here';
/** Every guess of a passphrase takes a good part of a second, and another key for the records several. */
const SLOW = { timeout: 30_000 };
const OTHER_PASSPHRASE = 'five other plain words here';

test('A desk that nobody sits at locks itself and opens again at the same step, with every word that was typed', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createDatabaseWithPassphrase(PASSPHRASE);
  await console.paste({ text: payload });
  await console.enterCustomer('Wilhelmina Overbeeke', '+31 20 794 0811');
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  const note = 'The mailbox belongs to the shop ow';
  // The note is open, and its last key was pressed a moment ago.
  await console.context.getByLabel('New note').pressSequentially(note);
  const former = await findBackend(await mainPid(desk));
  await leaveAlone(desk);

  await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible(SLOW);
  await expect(page.getByText('Nobody was here for a while.')).toBeVisible();
  await expect(page.getByText('Overbeeke')).toHaveCount(0);
  // The program that knew the key is gone (for a moment before the next one runs there is none), and nothing is answered.
  await expect(async () => expect(await findBackend(await mainPid(desk))).not.toBe(former)).toPass();
  await expect.poll(() => answerCode(page, 'ticket.open', { by: 'hand' })).toBe('store_locked');
  for (const name of ['settings.update', 'vault.makeRecoveryKey', 'vault.restoreFile'])
    expect(await answerCode(page, name, {})).toBe('store_locked');

  await comeBack(desk);
  const field = page.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await field.fill('four wrong words here');
  await console.press('Enter');
  await expect(page.getByText('This passphrase does not open the database')).toBeVisible();
  await field.fill(PASSPHRASE);
  await console.press('Enter');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await expect(console.context.getByLabel('New note')).toHaveValue(note);
  await console.finishWithCode(owner.sendToVendor(payload));
});

test('A key locks the desk from a dialog, a sleeping computer does too, and codes do not outlive it', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createDatabaseWithPassphrase(PASSPHRASE);
  await console.paste({ text: payload });
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');
  await console.securityCode.fill(owner.sendToVendor(payload));
  await page.getByRole('heading', { level: 1 }).click();
  // Neither a field nor a dialog has the key for itself.
  await console.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Lock the desk')).toBeVisible();
  await console.press('Control+l');
  await expect(page.getByText('You locked it.')).toBeVisible();
  await unlock(page, PASSPHRASE);
  await expect(console.securityCode).toHaveValue('');

  await desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(page.getByText('The computer was locked or was asleep.')).toBeVisible();
  await unlock(page, PASSPHRASE);
  await expect(console.ticketHeading(1)).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText('You locked it.')).toBeVisible();
});

test('The lock of a desk without a passphrase says what it is worth', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(console.queueHeading).toBeVisible();
  await console.press('Control+l');
  await expect(desk.page.getByText('The desk is only hidden')).toBeVisible();
  await expect(desk.page.getByRole('button', { name: 'Open the desk' })).toBeFocused();
  await console.press('Enter');
  await expect(console.queueHeading).toBeVisible();
});

test('Nobody takes over an open desk: keys are made for whoever knows the passphrase, and the log has each act', async ({
  startDesk,
}) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createDatabaseWithPassphrase(PASSPHRASE);
  await console.goTo('Settings');

  await page.getByRole('button', { name: 'Make a recovery key' }).click();
  const recovery = page.getByRole('dialog', { name: 'Recovery key' });
  await expect(recovery.getByLabel('Present passphrase')).toBeFocused();
  for (const wrong of ['', 'four wrong words here']) {
    await recovery.getByLabel('Present passphrase').fill(wrong);
    await console.press('Enter');
    await expect(recovery.getByText(/This passphrase does not open the database/)).toBeVisible();
  }
  await expect(recovery.getByRole('listitem')).toHaveCount(0);
  await console.press('Escape');

  await page.getByRole('button', { name: 'Change the protection' }).click();
  const protection = page.getByRole('dialog', { name: 'How the key is kept' });
  await protection.getByLabel('Present passphrase').fill('four wrong words here');
  await console.choosePassphrase('Sommer2024!');
  await console.press('Enter');
  await expect(protection.getByText('Too easy to guess. Add unrelated words.')).toBeVisible();
  await console.choosePassphrase(OTHER_PASSPHRASE);
  await console.press('Enter');
  await expect(protection.getByText(/This passphrase does not open the database/)).toBeVisible();
  await protection.getByLabel('Present passphrase').fill(PASSPHRASE);
  await console.press('Enter');
  await expect(protection).toBeHidden(SLOW);

  await page.getByRole('button', { name: 'Show the log' }).click();
  const log = page.getByRole('table', { name: "The desk's log" });
  await expect(log).toContainText('Before: with a passphrase. Now: with a passphrase.');
  await expect(log).not.toContainText('recovery key');
  await console.press('Control+l');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await console.press('Enter');
  await expect(page.getByText('This passphrase does not open the database')).toBeVisible();
  await expect(page.getByText(/^The passphrase was changed/)).toBeVisible();
  await unlock(page, OTHER_PASSPHRASE);
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('An old copy of the key opens neither the records nor a backup, and another desk in their place asks first', async ({
  startDesk,
}) => {
  test.slow();
  const copies = await mkdtemp(join(tmpdir(), 'resetdesk-copies-'));
  const first = await startDesk({ hasCamera: false });
  const { page, profile } = first;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.goTo('Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/1 is kept/)).toBeVisible();
  await copyFile(join(profile, 'database-key.json'), join(copies, 'database-key.json'));
  const backups = join(profile, 'backups');
  const [today = ''] = (await readdir(backups)).filter((name) => name.endsWith('.db'));
  // Of an earlier day, so that the next one does not take its place.
  const earlier = join(backups, 'resetdesk-20260104-120000-daily.db');
  await rename(join(backups, today), earlier);
  const before = await readFile(earlier);

  await page.getByRole('button', { name: 'Change the protection' }).click();
  await console.choosePassphrase(PASSPHRASE);
  await console.press('Enter');
  await expect(page.getByText('Locked with a passphrase.')).toBeVisible(SLOW);
  await expect.poll(async () => (await readFile(earlier)).equals(before), SLOW).toBe(false);
  await expect(page.getByText(/2 are kept/)).toBeVisible(SLOW);
  await first.close();

  // The thief's computer: the records and the backups of today, and the key of yesterday.
  const stolen = await mkdtemp(join(tmpdir(), 'resetdesk-stolen-'));
  for (const name of ['resetdesk.db', 'backups'])
    await cp(join(profile, name), join(stolen, name), { recursive: true });
  await copyFile(join(copies, 'database-key.json'), join(stolen, 'database-key.json'));
  const thief = await startDesk({ hasCamera: false, profile: stolen });
  await expect(thief.page.getByText('The key does not fit this file')).toBeVisible();
  await expect(thief.page.getByText('There is no backup on this computer that could be used.')).toBeVisible();
  await thief.close();

  // On the desk's own computer: the whole folder of an unprotected desk over it.
  const other = await startDesk({ hasCamera: false });
  await new Console(other.page).createUnprotectedDatabase();
  await other.close();
  for (const name of (await readdir(other.profile)).filter((file) =>
    /^(?:resetdesk\.db|database-key|settings)/.test(file),
  ))
    await cp(join(other.profile, name), join(profile, name));
  const asked = await startDesk({ hasCamera: false, profile });
  await expect(asked.page.getByText('The key is not protected as it was')).toBeVisible();
  await asked.page.getByRole('button', { name: 'Open them all the same' }).click();
  const opened = new Console(asked.page);
  await expect(opened.queueHeading).toBeVisible();
  await opened.goTo('Settings');
  await asked.page.getByRole('button', { name: 'Show the log' }).click();
  await expect(asked.page.getByRole('table', { name: "The desk's log" })).toContainText(
    'Remembered: with a passphrase. Found: unprotected.',
  );
  await rm(copies, { recursive: true });
});

test('Settings and a key that a later version has written are told from damaged ones, and not touched', async ({
  startDesk,
}) => {
  const first = await startDesk({ hasCamera: false });
  const { profile } = first;
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  const settings = join(profile, 'settings.json');
  const laterSettings =
    '\uFEFF{"language":"de","theme":"dark","agentName":"Kim Janssen","cloud":{"on":true}}';
  await writeFile(settings, laterSettings);
  const second = await startDesk({ hasCamera: false, profile });
  await expect(new Console(second.page).queueHeading).toBeVisible();
  await expect(second.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await second.close();
  expect(await readFile(settings, 'utf8')).toBe(laterSettings);

  const key = join(profile, 'database-key.json');
  const laterKey = '{"protection":"tpm","keyId":"0123456789abcdef","handle":"0x81000001"}';
  await writeFile(key, laterKey);
  const third = await startDesk({ hasCamera: false, profile });
  await expect(third.page.getByText('A newer ResetDesk has written the file with the key')).toBeVisible();
  await third.close();
  expect(await readFile(key, 'utf8')).toBe(laterKey);
});

function mainPid(desk: Desk): Promise<number> {
  return desk.app.evaluate(() => process.pid);
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** What a page's script gets from the program. */
function answerCode(page: Page, name: string, input: object): Promise<string> {
  return page.evaluate(
    async (call) => {
      const answer = await window.resetdesk.call(call.name, call.input);
      return answer.ok ? 'ok' : answer.error.code;
    },
    { name, input },
  );
}

/** Nobody touches the computer any more, and its minutes go by in tenths of a second. */
async function leaveAlone(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ powerMonitor }) => {
    const now = performance.now.bind(performance);
    const leftAt = now();
    powerMonitor.getSystemIdleTime = () => (now() - leftAt) * 0.6;
    performance.now = () => leftAt + (now() - leftAt) * 600;
  });
}

/** Somebody is there again. */
async function comeBack(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
}
