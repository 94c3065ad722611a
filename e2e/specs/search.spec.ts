import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('One search finds a name in any spelling, digits inside a phone and a serial, a ticket number and a note', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.enterCustomer('Łukasz Müller-Groß', '+49 171 5551234');
  await console.enterSerial('4G0A12345PAZ');
  await console.context.getByLabel('New note').fill('The mailbox belongs to the installer.');
  await console.press('Enter');
  await expect(console.context.getByText('The mailbox belongs to the installer.')).toBeVisible();
  await console.press('Escape', 'Escape');
  await expect(console.queueHeading).toBeVisible();

  const field = page.getByRole('combobox', { name: 'Search text' });
  const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  for (const spelling of ['muller', 'MÜLLER gross', 'lukasz groß']) {
    await field.fill(spelling);
    await expect(options.first()).toContainText('Łukasz Müller-Groß');
  }
  await expect(options.first().locator('mark')).toHaveText(['Łukasz', 'Groß']);
  for (const [text, found] of [
    ['5512', '+49 171 5551234'],
    ['12345', '4G0A12345PAZ'],
    ['install mail', 'The mailbox belongs to the installer.'],
  ] as const) {
    await field.fill(text);
    await expect(options.filter({ hasText: found }).first()).toBeVisible();
  }
  const faults = (await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze())
    .violations;
  expect(faults.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);

  await field.fill('nobody at all');
  await expect(page.getByText('Nothing found for "nobody at all"')).toBeVisible();
  await field.fill('1');
  await expect(page.getByRole('status').filter({ hasText: '1 result' })).toBeAttached();
  await expect(options).toHaveCount(1);
  await console.press('ArrowDown', 'Enter');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(field).toBeHidden();
});
