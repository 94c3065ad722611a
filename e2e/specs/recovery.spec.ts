import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { findBackend } from '../fixtures/processes.ts';
import { Console } from '../pages/console.ts';

const PASSPHRASE = 'four plain words here';

test('A wrong passphrase is refused in place, the right one opens the same records', async ({
  startDesk,
}) => {
  const first = await startDesk({ hasCamera: false });
  const before = new Console(first.page);
  await before.createDatabaseWithPassphrase(PASSPHRASE);
  await before.startTicket(1);
  await first.close();

  const database = await readFile(join(first.profile, 'resetdesk.db'));
  expect(database.subarray(0, 15).toString()).not.toBe('SQLite format 3');

  const second = await startDesk({ hasCamera: false, profile: first.profile });
  const after = new Console(second.page);
  const field = second.page.getByLabel('Passphrase', { exact: true });
  await expect(field).toBeFocused();
  await field.fill('four wrong words here');
  await after.press('Enter');
  await expect(second.page.getByText('This passphrase does not open the database')).toBeVisible();
  await field.fill(PASSPHRASE);
  await after.press('Enter');
  await expect(after.ticketHeading(1)).toBeVisible();
});

test('A backend that dies in mid-ticket costs a notice, not a word', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: payload });
  await expect(console.ticketHeading(1)).toBeVisible();

  const mainPid = await desk.app.evaluate(() => process.pid);
  const backendPid = await findBackend(mainPid);
  process.kill(backendPid, 'SIGKILL');
  await console.confirmOwner();
  await expect(console.stepHeading).toHaveText('Send the request with DMSS');
  await expect(async () => expect(await findBackend(mainPid)).not.toBe(backendPid)).toPass();

  await console.answer('DMSS reports success');
  await console.finishWithCode(owner.sendToVendor(payload));
});

test('A power cut in mid-ticket loses neither the step nor the typed text', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const first = await startDesk({ hasCamera: false });
  const before = new Console(first.page);
  await before.createUnprotectedDatabase();
  await before.paste({ text: payload });
  await before.confirmOwner();
  await before.answer('DMSS reports success');
  await expect(before.stepHeading).toHaveText('Wait for the code');
  const note = 'The mailbox belongs to the shop ow';
  await before.context.getByLabel('New note').pressSequentially(note);
  // Drafts are written 200 ms after the last key; an agent does not type and lose power faster than that.
  await expect.poll(() => draftsOf(before)).toContain(note);
  await first.kill();

  const second = await startDesk({ hasCamera: false, profile: first.profile });
  const after = new Console(second.page);
  await expect(after.ticketHeading(1)).toBeVisible();
  await expect(after.stepHeading).toHaveText('Wait for the code');
  await expect(after.context.getByLabel('New note')).toHaveValue(note);
  await after.finishWithCode(owner.sendToVendor(payload));
});

/** What the backend has stored as half-typed text of the ticket on screen. */
async function draftsOf(console: Console): Promise<readonly string[]> {
  return console.page.evaluate(async () => {
    const ticketId = location.hash.split('/').at(-1) ?? '';
    const answer = await window.resetdesk.call('draft.list', { scope: ticketId });
    if (!answer.ok) return [];
    const { drafts } = answer.value as { drafts: { text: string }[] };
    return drafts.map((draft) => draft.text);
  });
}
