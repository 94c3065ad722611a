import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { fillWithTickets } from '../fixtures/many-tickets.ts';
import { Console } from '../pages/console.ts';

test('A busy morning: tickets are taken together, found again in a saved view, and stay under the pointer', async ({
  startDesk,
}) => {
  const first = await startDesk({ hasCamera: false });
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  await fillWithTickets(join(first.profile, 'resetdesk.db'), await unprotectedKey(first.profile), 1200);
  const desk = await startDesk({ hasCamera: false, profile: first.profile });
  const { page } = desk;
  const console = new Console(page);

  // Three of the twelve that nobody has.
  await console.pickLane('Unassigned');
  await expect(page.getByRole('tab', { name: 'Unassigned' })).toContainText('12');
  await expect(console.rows).toHaveCount(12);
  await console.press('j', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await console.press('a');
  await page.getByRole('menuitem', { name: /^To me/ }).click();
  await expect(page.getByText('3 tickets changed')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Unassigned' })).toContainText('9');

  // Mine, the most urgent first, under a name.
  await console.pickLane('All open');
  await console.press('f');
  await page.getByRole('checkbox', { name: 'Me', exact: true }).check();
  await console.press('Escape');
  await page.getByLabel('Order').selectOption('Priority');
  await expect(console.rows).toHaveCount(3);
  await console.press('v');
  await page.getByLabel('Save this view').fill('Mine');
  await console.press('Enter');
  await expect(
    page.getByRole('list', { name: 'Saved views' }).getByRole('button', { name: 'Mine', exact: true }),
  ).toBeVisible();
  await console.press('Escape');

  await console.pickLane('Closed');
  await expect(page.getByText('1,188 tickets')).toBeVisible();
  await console.press('v', '1');
  await expect(console.rows).toHaveCount(3);
  await page.reload();
  await expect(console.rows).toHaveCount(3);
  await expect(page.getByLabel('Order')).toHaveValue('priority');
  await page.goBack();
  await expect(page.getByText('1,188 tickets')).toBeVisible();
  await page.goForward();
  await expect(console.rows).toHaveCount(3);

  // A colleague's change waits while the pointer is on the rows.
  const second = console.rows.nth(1);
  await second.hover();
  const before = await console.rows.allInnerTexts();
  const ticketId = (await second.getAttribute('href'))?.split('/').at(-1) ?? '';
  await page.evaluate(
    (id) => window.resetdesk.call('ticket.setPriority', { ticketId: id, priority: 'urgent' }),
    ticketId,
  );
  await expect(page.getByRole('button', { name: /1 update/ })).toBeVisible();
  expect(await console.rows.allInnerTexts()).toEqual(before);
  await console.press('u');
  await expect(console.rows.first()).toHaveText(before[1] ?? '');
  await expect(page.getByRole('row').nth(1)).toContainText('Urgent');

  // Opening one and coming back leads to the same row.
  await console.press('j', 'j', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Ticket/ })).toBeVisible();
  await console.press('Escape');
  await expect(console.rows.nth(1)).toBeFocused();
});
