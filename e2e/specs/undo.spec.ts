import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('A misclick is undone by key and by message, and put back', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.ticketHeading(1)).toBeVisible();
  const step = await console.stepHeading.textContent();

  await console.tickOwnership();
  await console.answer('Owner confirmed');
  await expect(console.stepHeading).not.toHaveText(step ?? '');
  const told = page.getByRole('status').filter({ hasText: 'Ticket 1: step answered' });
  await expect(told).toHaveCount(1);
  await console.press('Control+z');
  await expect(console.stepHeading).toHaveText(step ?? '');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(console.stepHeading).not.toHaveText(step ?? '');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(console.stepHeading).toHaveText(step ?? '');

  // In a text field the key is the field's own.
  const note = console.context.getByLabel('New note');
  await note.fill('Calls back');
  await console.press('Control+z');
  await expect(page.getByText('There is nothing to undo')).toHaveCount(0);

  await console.press('Escape');
  await page.getByRole('link', { name: 'All entries' }).click();
  await expect(page.getByText('The trail is whole')).toBeVisible();
  await expect(page.getByText('taken back', { exact: true }).first()).toBeVisible();
});
