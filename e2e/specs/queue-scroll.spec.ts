import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { watchLongTasks } from '../fixtures/long-tasks.ts';
import { fillWithTickets } from '../fixtures/many-tickets.ts';
import { Console } from '../pages/console.ts';

/** A suite's share of the million; `RESETDESK_QUEUE_TICKETS=1000000` shows the whole. */
const TICKETS = Number(process.env['RESETDESK_QUEUE_TICKETS'] ?? 100_000);
test('A queue of any length is scrolled, dragged and walked to its end without a long task', async ({
  startDesk,
}) => {
  test.setTimeout(Math.max(180_000, TICKETS));
  const first = await startDesk({ hasCamera: false });
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  const file = join(first.profile, 'resetdesk.db');
  await fillWithTickets(file, await unprotectedKey(first.profile), TICKETS);

  const desk = await startDesk({ hasCamera: false, profile: first.profile });
  const console = new Console(desk.page);
  await console.pickLane('Closed');
  // The rows of the lane before stay until this one is drawn.
  await expect(desk.page.getByRole('grid', { name: 'Closed' })).toBeVisible();
  await console.press('j');
  await expect(console.row(TICKETS - 1)).toBeFocused();

  await console.press('End');
  await expect(console.row(1)).toBeFocused();
  await console.press('Home');
  await expect(console.row(TICKETS - 1)).toBeFocused();

  // The middle is found by walking there once; from then on it is known.
  await dragBarTo(desk.page, 0.5);
  await expect.poll(async () => Math.abs((await middleRow(console)) / TICKETS - 0.5)).toBeLessThan(0.1);
  // The row with the focus is not among those that are read now; the keys work all the same.
  await console.press('End');
  await expect(console.row(1)).toBeFocused();

  await watchLongTasks(desk.page, test.info(), 'scrolling', () => scrollAround(desk.page));
});

/** Turns the wheel, drags the bar through the list and back. */
async function scrollAround(page: Page): Promise<void> {
  await dragBarTo(page, 0);
  await page
    .locator('tbody')
    .first()
    .hover({ position: { x: 200, y: 100 } });
  for (let turn = 0; turn < 25; turn += 1) await page.mouse.wheel(0, 400);
  for (const place of [0.2, 0.21, 0.8, 0.4, 1]) {
    await dragBarTo(page, place);
    await page.waitForFunction(() => document.querySelectorAll('tbody tr a').length > 5);
  }
  for (let turn = 0; turn < 25; turn += 1) await page.mouse.wheel(0, -400);
}

/** As a hand that drags the scroll bar leaves it: somewhere else within one frame. */
async function dragBarTo(page: Page, part: number): Promise<void> {
  await page.getByRole('grid').evaluate((grid, at) => {
    const scroller = grid.parentElement;
    if (scroller !== null) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * at;
  }, part);
}

async function middleRow(console: Console): Promise<number> {
  const text = await console.rows.nth(5).innerText();
  return Number(text.slice(1));
}
