import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const MINUTE = 60_000;

test('The list alone tells the next three acts and when, the most pressing first', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const first = await startDesk({ hasCamera: false });
  const early = new Console(first.page);
  await early.createUnprotectedDatabase();
  await early.paste({ text: owner.showResetCode() });
  await early.confirmOwner();
  await early.answer('DMSS reports success');
  await early.goTo('Queue');
  await early.startTicket(2);
  await early.press('Escape');
  await early.startTicket(3);
  await early.press('v', '1');
  await expect(early.queueHeading).toBeVisible();
  await first.close();

  const { page } = await startDesk({
    hasCamera: false,
    profile: first.profile,
    timeShiftMs: 13 * MINUTE,
  });
  const console = new Console(page);
  await page.getByRole('link', { name: 'Queue' }).click();
  const row = (place: number) => page.getByRole('row').nth(place);
  await expect(row(1)).toContainText(/Look for the mail[34] min late/);
  await expect(row(1)).toContainText('#1');
  await expect(row(2)).toContainText(/Ask who is callingfor 1[34] min/);
  await expect(row(2)).toContainText('#2');
  await expect(row(3)).toContainText(/Calls backby \d\d:\d\d/);
  await expect(row(3)).toContainText('#3');

  // The bar is not there before a ticket is picked; its keys pick the one that the agent is at.
  const bar = page.getByRole('region', { name: 'Selected tickets' });
  await expect(bar).toBeHidden();
  await console.press('j', 'j', 'p');
  await page.getByRole('menuitem', { name: 'Urgent' }).click();
  await expect(page.getByText('1 ticket changed')).toBeVisible();
  await page.getByRole('button', { name: 'Close this message' }).click();
  await expect(bar).toBeHidden();

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(bar.getByText('3 selected')).toBeVisible();
  await console.press('Escape');
  await expect(bar).toBeHidden();
});

test('From a dropped call to the same step: two keys to put it aside, two keys and the number to come back', async ({
  startDesk,
  owner,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: owner.showResetCode() });
  await console.enterCustomer('Lena Sommer', '+49 30 901820 55');
  await console.confirmOwner();
  const step = 'Send the request with DMSS';
  await expect(console.stepHeading).toHaveText(step);

  await console.press('v', '1');
  await expect(page.getByRole('row').nth(1)).toContainText('Calls back');
  await expect(page.getByRole('row').nth(1)).toContainText('Lena Sommer');

  await console.press('Control+k');
  await page.getByRole('combobox', { name: 'Search text' }).fill('90182055');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Ticket 1');
  await console.press('Enter');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.stepHeading).toHaveText(step);
  await expect(page.getByText(/^Waits for the call-back/)).toBeVisible();
});
