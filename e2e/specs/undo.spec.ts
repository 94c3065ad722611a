import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('A misclick is undone by key and by message, and put back', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
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

test('What was done to many tickets at once is one thing to undo', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  for (const number of [1, 2, 3]) {
    await console.press('n');
    await expect(console.ticketHeading(number)).toBeVisible();
    await console.goTo('Queue');
  }
  await console.press('j', 'Control+a');
  await expect(page.getByText('3 selected')).toBeVisible();
  await console.press('e');
  await page.getByRole('menuitem', { name: /Given up/ }).click();
  const change = page.getByRole('region', { name: 'Last change' });
  await expect(change).toContainText('3 tickets: closed');
  await expect(console.rows).toHaveCount(0);
  await console.press('Control+z');
  await expect(change).toContainText('Undone: 3 tickets: closed');
  await expect(console.rows).toHaveCount(3);
  await console.press('Control+Shift+z');
  await expect(console.rows).toHaveCount(0);
});

test('Agent, priority and tags are set beside the step by keys, and taken back', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  const agent = console.context.getByRole('combobox', { name: 'Agent' });
  const name = await agent.inputValue();
  expect(name).not.toBe('');
  await console.press('f');
  await expect(agent).toBeFocused();
  await console.context.getByLabel('Priority').selectOption('Urgent');
  await console.context.getByRole('combobox', { name: 'Tags' }).fill('call back');
  await console.press('Enter');
  const change = page.getByRole('region', { name: 'Last change' });
  await expect(change).toContainText('tags set');
  await change.getByRole('button', { name: 'Undo' }).click();
  await expect(console.context.getByText('call back')).toBeHidden();
  await console.press('Control+z');
  await expect(console.context.getByLabel('Priority')).toHaveValue('normal');
  await expect(agent).toHaveValue(name);

  // What stood in the way is asked for once it is closed unresolved.
  await page.getByRole('button', { name: 'Close ticket' }).click();
  await page.getByRole('menuitem', { name: 'The customer gives up' }).click();
  await console.context.getByLabel('What stood in the way').selectOption('customerLeft');
  await expect(change).toContainText('reason recorded');
});
