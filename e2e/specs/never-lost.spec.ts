import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { filesHolding } from '../fixtures/files.ts';
import { findBackend } from '../fixtures/processes.ts';
import { Console } from '../pages/console.ts';

const PASSPHRASE = 'four plain words here';
const OTHER_PASSPHRASE = 'five other plain words here';
const CUSTOMER = { name: 'Wilhelmina Overbeeke', phone: '+31 20 794 0811' };
const SERIAL = '7K0A1C9PAZ00042';
/**
 * A passphrase is made to be slow to try, and here two keys are kept by it, one after the other; then all records are encrypted
 * anew and backed up. That takes this long where others use the processor too.
 */
const KEY_WORK_MS = 40_000;

test('Damaged records come back from the backup, and a forgotten passphrase is helped by the sheet of paper', async ({
  startDesk,
  owner,
}, testInfo) => {
  test.slow();
  const payload = owner.showResetCode();
  const first = await startDesk({ hasCamera: false });
  const { profile } = first;
  const console = new Console(first.page);
  await console.createDatabaseWithPassphrase(PASSPHRASE);
  await console.paste({ text: payload });
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.enterCustomer(CUSTOMER.name, CUSTOMER.phone);
  await console.enterSerial(SERIAL);
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  const code = owner.sendToVendor(payload);
  const password = await console.finishWithCode(code);

  await console.goTo('Settings');
  await first.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(first.page.getByText(/Last backup: .* 1 is kept/)).toBeVisible();
  await first.page.getByRole('button', { name: 'Check now' }).click();
  await expect(first.page.getByText(/everything is in order/)).toBeVisible();
  const recoveryKey = await makeRecoveryKey(first.page);
  await first.page.getByRole('heading', { name: 'Records' }).scrollIntoViewIfNeeded();
  await first.page.screenshot({ path: testInfo.outputPath('records.png') });

  // While it runs: database, log of changes, backup, settings and logs.
  const secrets = [CUSTOMER.name, CUSTOMER.phone, '+31207940811', SERIAL, code, password];
  expect(await filesHolding(profile, secrets)).toEqual([]);
  await first.close();

  await damageFirstPage(join(profile, 'resetdesk.db'));
  const second = await startDesk({ hasCamera: false, profile });
  await second.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await second.page.keyboard.press('Enter');
  const restore = second.page.getByRole('button', { name: /^Restore the backup of/ });
  await expect(second.page.getByText('The file is damaged')).toBeVisible();
  await expect(restore).toBeFocused();
  await second.page.screenshot({ path: testInfo.outputPath('damaged.png') });
  await second.page.keyboard.press('Enter');
  await expect(second.page.getByRole('button', { name: /From a backup/ })).toBeVisible();
  expect(await readdir(profile)).toContainEqual(expect.stringContaining('resetdesk.db.aside-'));
  const restored = new Console(second.page);
  await restored.goTo('Queue');
  await restored.pickLane('Closed');
  await restored.openTicket(1);
  await second.close();

  const third = await startDesk({ hasCamera: false, profile });
  await third.page.getByRole('button', { name: /I have the recovery key/ }).click();
  const field = third.page.getByLabel('Recovery key');
  await field.fill(recoveryKey.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')));
  await third.page.keyboard.press('Enter');
  await expect(third.page.getByText('There is a typo in group 1')).toBeVisible();
  await field.fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await third.page.keyboard.press('Enter');
  await expect(third.page.getByText('The recovery key has opened them this once')).toBeVisible();
  await third.page.screenshot({ path: testInfo.outputPath('protect-anew.png') });
  await new Console(third.page).choosePassphrase(OTHER_PASSPHRASE);
  await third.page.keyboard.press('Enter');
  await expect(third.page.getByText('The recovery key has opened them this once')).toBeHidden({
    timeout: KEY_WORK_MS,
  });
  await third.close();

  const fourth = await startDesk({ hasCamera: false, profile });
  await fourth.page.getByLabel('Passphrase', { exact: true }).fill(OTHER_PASSPHRASE);
  await fourth.page.keyboard.press('Enter');
  await expect(
    new Console(fourth.page).ticketHeading(1).or(new Console(fourth.page).queueHeading),
  ).toBeVisible();
});

test('Kills of the whole program while tickets are opened lose none that was answered for', async ({
  startDesk,
}) => {
  test.slow();
  let profile: string | undefined;
  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) {
    const desk = await startDesk({ hasCamera: false, ...(profile === undefined ? {} : { profile }) });
    profile = desk.profile;
    if (round === 0) await new Console(desk.page).createUnprotectedDatabase();
    await expect(desk.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(await countTickets(desk.page)).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = await countTickets(desk.page);
    const mainPid = await desk.app.evaluate(() => process.pid);
    const backendPid = await findBackend(mainPid);
    acknowledged += await openTickets(desk.page, 10 + 7 * round);
    void openTickets(desk.page, 1000).catch(() => undefined);
    process.kill(backendPid, 'SIGKILL');
    await desk.kill();
  }
  const last = await startDesk({ hasCamera: false, ...(profile === undefined ? {} : { profile }) });
  await expect(last.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await countTickets(last.page)).toBeGreaterThanOrEqual(acknowledged);
});

/** From the settings: makes a recovery key and proves that it is on paper. */
async function makeRecoveryKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a recovery key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recovery key' });
  await dialog.getByLabel('Present passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(7);
  await page.screenshot({ path: test.info().outputPath('recovery-key.png') });
  const groups = await dialog.getByRole('listitem').allInnerTexts();
  await dialog.getByRole('button', { name: 'I have it on paper' }).click();
  const field = dialog.getByLabel(/^Group \d/);
  const asked = Number(/\d/.exec((await dialog.getByText(/^Group \d$/).innerText()) ?? '')?.[0]);
  await field.fill('00000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(`This is not group ${asked}`)).toBeVisible();
  await field.fill(groups[asked - 1] ?? '');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The recovery key is valid now')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  return groups.join('-');
}

async function damageFirstPage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0x55, 1000, 1100);
  await writeFile(file, bytes);
}

/** As the window asks, one after the other; answers how many were acknowledged. */
function openTickets(page: Page, count: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    let opened = 0;
    while (opened < wanted) {
      const answer = await window.resetdesk.call('ticket.open', { by: 'hand' });
      if (!answer.ok) break;
      opened += 1;
    }
    return opened;
  }, count);
}

/** By the number of the next ticket: numbers have no holes. */
function countTickets(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = await window.resetdesk.call('ticket.open', { by: 'hand' });
    if (!answer.ok) return 0;
    return (answer.value as { ticket: { number: number } }).ticket.number;
  });
}
