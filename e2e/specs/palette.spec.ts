import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const option = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'Found' }).getByRole('option', { name });

test('The palette finds commands, settings and records from one field, and does what is chosen', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.enterCustomer('Ana Muñoz', '+34 600 123 456');
  const field = page.getByRole('combobox', { name: 'Search text' });

  await test.step('a slip of the finger still finds the backups, and the page is there', async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await field.fill('bakcup');
    await expect(option(page, /^Backups/)).toHaveAttribute('aria-selected', 'true');
    await console.press('Enter');
    await expect(page.getByRole('heading', { name: 'Records', level: 2 })).toBeInViewport();
  });

  await test.step('a record by its name without marks', async () => {
    await page.keyboard.press('Control+k');
    await field.fill('munoz');
    await expect(option(page, /Ana Muñoz/).first()).toBeVisible();
    await console.press('Enter');
    await expect(page.getByRole('heading', { name: 'Ana Muñoz', level: 1 })).toBeVisible();
  });

  await test.step('what was used last stands first, and a command says its key', async () => {
    await page.keyboard.press('Control+k');
    const first = page.getByRole('group', { name: 'Last used' }).getByRole('option');
    await expect(first.first()).toContainText('Ana Muñoz');
    await expect(first.nth(1)).toContainText('Backups');
    await field.fill('go to the queue');
    await expect(option(page, /Go to the queue F2/)).toBeVisible();
    const faults = (await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze())
      .violations;
    expect(faults.map(({ id }) => id)).toEqual([]);
    await console.press('Enter');
    await expect(console.queueHeading).toBeVisible();
  });

  await test.step('a command acts on the page that it was called over, and puts the focus there', async () => {
    await console.openTicket(1);
    await page.keyboard.press('Control+k');
    await field.fill('notes');
    await expect(option(page, /^Notes/)).toHaveAttribute('aria-selected', 'true');
    await console.press('Enter');
    await expect(console.context.getByLabel('New note')).toBeFocused();
  });

  await test.step('what can not be done here says where it can, and does nothing', async () => {
    await page.keyboard.press('Control+k');
    await field.fill('mirror the picture');
    const mirror = page.getByRole('group', { name: 'Not possible here' }).getByRole('option').first();
    await expect(mirror).toContainText('In the scanner');
    await expect(mirror).toHaveAttribute('aria-disabled', 'true');
    // The setting of the same name can be opened, so Enter would take that.
    await expect(mirror).toHaveAttribute('aria-selected', 'false');
    await console.press('ArrowUp');
    const last = page.getByRole('group', { name: 'Not possible here' }).getByRole('option').last();
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await console.press('Enter');
    await expect(field).toBeVisible();
    await console.press('Escape');
  });
});

test('A command has the key that the agent gives it, everywhere, and a key that is taken is told', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');
  await page.getByRole('searchbox', { name: 'Search the settings' }).fill('shortcuts');
  await expect(page.getByRole('heading', { name: 'Camera', level: 2 })).toBeHidden();
  await page.getByRole('button', { name: 'Keys of the commands' }).click();

  await page.getByRole('button', { name: 'Change the key of: Go to the customers' }).click();
  await console.press('3');
  await expect(page.getByText('That key chooses what stands at a place.')).toBeVisible();
  await console.press('s');
  await expect(page.getByText('That key belongs to: Scan')).toBeVisible();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('button', { name: 'Change the key of: Go to the customers' }).click();
  await console.press('F6');
  await expect(page.getByRole('button', { name: 'Standard key for: Go to the customers' })).toBeVisible();
  await page.getByRole('button', { name: 'Change the key of: New ticket' }).click();
  await console.press('b');

  await console.press('F6');
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  await console.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.locator('div', { hasText: /^F6Go to the customers$/ }).first()).toBeVisible();
  await console.press('Escape');
  await console.goTo('Queue');
  await expect(page.getByRole('button', { name: 'New ticket' })).toHaveAttribute('aria-keyshortcuts', 'B');
  await console.press('n');
  await expect(console.queueHeading).toBeVisible();
  await console.press('b');
  await expect(console.ticketHeading(1)).toBeVisible();

  await test.step('and after a new start', async () => {
    await desk.close();
    const again = await startDesk({ hasCamera: false, profile: desk.profile });
    await expect(new Console(again.page).ticketHeading(1)).toBeVisible();
    await new Console(again.page).press('F6');
    await expect(again.page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  });
});
