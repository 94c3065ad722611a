import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { createRandom } from '../../core/testkit/random.ts';
import { withConnection } from '../../electron/backend/store/sqlite/restore.ts';
import { startChildBackend } from '../../electron/backend/testing/child-backend.ts';
import { forge } from '../../electron/backend/testing/forgery/trail-edits.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

const backendEntry = new URL('../../electron/backend/index.ts', import.meta.url);

test('Two computers at one profile: the second is told who has the records, and no acknowledged ticket is lost', async ({
  startDesk,
}) => {
  test.slow();
  const first = await startDesk({ hasCamera: false, hostName: 'COUNTER-1' });
  const { profile } = first;
  await new Console(first.page).createUnprotectedDatabase();
  const database = { file: join(profile, 'resetdesk.db'), keyHex: await unprotectedKey(profile) };
  const other = await startChildBackend(backendEntry, ['--host-name=COUNTER-2']);
  try {
    const [refused, mine] = await Promise.all([
      other.shell.call('store.open', database).catch((error: unknown) => error),
      openTickets(first.page, 12),
    ]);
    expect(refused).toMatchObject({ code: 'store_failed', message: expect.stringMatching(/^inUse /) });
    const { holder } = await other.shell.call('store.whoHolds', { file: database.file });
    expect(holder).toMatchObject({ host: 'COUNTER-1' });
    await first.close();

    await other.shell.call('store.open', database);
    const { ticket } = await other.client.call('ticket.open', { by: 'hand' });
    expect(mine).toHaveLength(12);
    expect(ticket.number).toBe(13);

    const second = await startDesk({ hasCamera: false, profile, hostName: 'COUNTER-1' });
    await expect(second.page.getByText('The records are in use elsewhere')).toBeVisible({ timeout: 15_000 });
    await expect(second.page.getByText(/Open on the computer COUNTER-2 since/)).toBeVisible();
    await expectAccessible(second.page, 'records in use elsewhere');
    await other.shell.call('store.close', {});
    await second.page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(second.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(await openTickets(second.page, 1)).toMatchObject([{ number: 14 }]);
    expect(await countTickets(second.page)).toBe(14);
  } finally {
    await other.kill();
  }
});

test('A ticket that was deleted from outside is named after the start, and an older copy is noticed', async ({
  startDesk,
}) => {
  test.slow();
  const first = await startDesk({ hasCamera: false });
  const { profile } = first;
  const file = join(profile, 'resetdesk.db');
  await new Console(first.page).createUnprotectedDatabase();
  const [, second] = await openTickets(first.page, 3);
  if (second === undefined) throw new Error('There is no second ticket.');
  await first.close();
  await copyFile(file, join(profile, 'older.db'));
  await withConnection(file, await unprotectedKey(profile), (connection) =>
    forge(connection, 'deleteTicket', { ticketId: second.id, number: 2, customerId: '' }, createRandom(1)),
  );

  const forged = await startDesk({ hasCamera: false, profile });
  await expectFinding(forged, 'Deleted: #2');
  await forged.page.getByRole('button', { name: 'Accept as they are' }).click();
  const dialog = forged.page.getByRole('dialog', { name: 'Accept the records as they are?' });
  await dialog.getByRole('button', { name: 'Accept them' }).click();
  await expect(forged.page.getByText(/everything is in order/)).toBeVisible();
  await forged.page.getByRole('button', { name: 'Show the log' }).click();
  await expect(
    forged.page.getByText('The check found tickets that were changed from outside: #2'),
  ).toBeVisible();
  await expect(forged.page.getByText('Accepted the records as they are, after a check')).toBeVisible();
  await openTickets(forged.page, 2);
  await forged.close();

  await rename(join(profile, 'older.db'), file);
  const older = await startDesk({ hasCamera: false, profile });
  await expect(older.page.getByText(/changed from outside, or are older than they were/)).toBeVisible();
  await new Console(older.page).goTo('Settings');
  await expect(older.page.getByText(/an older copy is in their place/)).toBeVisible();
});

async function expectFinding({ page }: Desk, words: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await new Console(page).goTo('Settings');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText(/changed from outside, or are older than they were/)).toBeVisible();
  await expectAccessible(page, 'a forged ticket');
}

interface Opened {
  readonly id: string;
  readonly number: number;
}

/** As the window asks, one after the other; answers those that were acknowledged. */
function openTickets(page: Page, count: number): Promise<Opened[]> {
  return page.evaluate(async (wanted) => {
    const opened: { id: string; number: number }[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const answer = await window.resetdesk.call('ticket.open', { by: 'hand' });
      if (answer.ok) opened.push((answer.value as { ticket: Opened }).ticket);
    }
    return opened.map(({ id, number }) => ({ id, number }));
  }, count);
}

function countTickets(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const first = { lane: 'now', search: '', limit: 1, after: null };
    const answer = await window.resetdesk.call('ticket.list', first);
    return answer.ok ? (answer.value as { counts: { now: number } }).counts.now : -1;
  });
}
