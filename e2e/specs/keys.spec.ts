import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('The list of keys has everything that the step offers', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.press('a');
  await expect(desk.page.getByRole('checkbox', { name: 'The caller is at the device' })).toBeChecked();
  const offered = await desk.page
    .locator('[aria-keyshortcuts]:visible')
    .evaluateAll((elements) =>
      elements.flatMap((element) => (element.getAttribute('aria-keyshortcuts') ?? '').split(' ')),
    );
  expect(offered).toEqual(
    expect.arrayContaining(['A', 'E', 'B', 'L', 'K', 'O', 'W', 'I', 'V', '1', 'Enter']),
  );

  await console.press('?');
  const sheet = desk.page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toBeVisible();
  const listed = await sheet.locator('kbd').allInnerTexts();
  const asListed = offered.map((key) => key.replace('Control+', 'Ctrl+').replace('Escape', 'Esc'));
  expect(listed).toEqual(expect.arrayContaining(asListed));
  expect(listed).toEqual(expect.arrayContaining(['C', 'D', 'F', 'M', 'Ctrl+K', 'Ctrl+0']));
});

test('A ticket is closed by keys alone, or put aside until the customer calls back', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);

  await console.press('v');
  await expect(desk.page.getByRole('menuitem', { name: /Hung up, will call back/ })).toBeVisible();
  await console.press('1');
  await expect(console.queueHeading).toBeVisible();
  await expect(desk.page.getByText('Calls back', { exact: true })).toBeVisible();
  await console.openTicket(1);
  await desk.page.getByRole('button', { name: /Show \d+ entries/ }).click();
  await expect(console.context).toContainText('The caller hung up; to call back by');
  await desk.page.getByRole('button', { name: 'The caller is back' }).click();
  await expect(desk.page.getByText(/^Waits for the call-back/)).toBeHidden();
  await console.press('Control+z');
  await expect(desk.page.getByText(/^Waits for the call-back/)).toBeVisible();

  await console.press('v', '4');
  await expect(desk.page.getByRole('button', { name: 'Open it again' })).toBeVisible();
});

test('A hand that is faster than the window presses what it has just opened, and never the page under it', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await pressAtOnce(page, '?', 'n');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await console.press('Escape');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await pressAtOnce(page, 'v', '4');
  await expect(page.getByRole('button', { name: 'Open it again' })).toBeVisible();
});

test('Escape closes a menu of the queue, and what was selected stays selected', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.goTo('Queue');
  await page.getByRole('checkbox', { name: 'Select ticket 1' }).check();
  for (const menu of ['Priority', 'Tag']) {
    await page.getByRole('button', { name: menu, exact: false }).first().click();
    const opened = page.locator('[role=menu], [role=dialog]');
    await expect(opened).toBeVisible();
    await console.press('Escape');
    await expect(opened).toBeHidden();
    await expect(page.getByText('1 selected')).toBeVisible();
  }
});

/** Keys that a busy window hears of within the same moment; the fingers still rest on them. */
async function pressAtOnce(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.evaluate((pressed) => {
    for (const key of pressed) {
      const code = /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : 'Slash';
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, shiftKey: key === '?', bubbles: true, cancelable: true }),
      );
    }
  }, keys);
}

test('In a small window a key is named whole beside the last change, or not at all', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await page.evaluate(() => window.resetdesk.call('settings.update', { language: 'es' }));
  await expect(page.getByRole('button', { name: 'Deshacer' })).toBeVisible();
  const keys = page.getByRole('region', { name: 'Teclas válidas ahora' });
  for (const width of [1280, 1100, 1024, 960, 900]) {
    await page.setViewportSize({ width, height: 640 });
    const cut = await keys.evaluate((line) => {
      const { right, top, bottom } = line.getBoundingClientRect();
      const isWhole = (hint: DOMRect) =>
        hint.right <= right + 1 && hint.top >= top - 1 && hint.bottom <= bottom + 1;
      return [...line.children]
        .filter((hint) => !isWhole(hint.getBoundingClientRect()) && hint.getBoundingClientRect().top < bottom)
        .map((hint) => hint.textContent);
    });
    expect(cut, `${width} wide`).toEqual([]);
  }
});

test('Everything in the window becomes larger and smaller by keys', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const width = () => desk.page.evaluate(() => window.innerWidth);
  // Through the window itself: what Playwright presses comes to the page past it.
  const press = (keyCode: string) =>
    desk.app.evaluate(({ BrowserWindow }, key) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
    }, keyCode);
  const usual = await width();
  await press('=');
  await expect.poll(width).toBeLessThan(usual);
  await press('0');
  await expect.poll(width).toBe(usual);
  await press('-');
  await expect.poll(width).toBeGreaterThan(usual);
  await press('0');
  await expect.poll(width).toBe(usual);
});

test('A column that is pressed for its order keeps the focus, so that it can be pressed once more', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.goTo('Queue');
  const column = desk.page.getByRole('columnheader', { name: 'Customer' });
  await column.getByRole('button').focus();
  for (const order of ['ascending', 'descending', 'ascending']) {
    await console.press('Enter');
    await expect(column).toHaveAttribute('aria-sort', order);
    await expect(column.getByRole('button')).toBeFocused();
  }
});
