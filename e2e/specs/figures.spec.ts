import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { answerSaveDialogs } from '../fixtures/dialogs.ts';
import { Console } from '../pages/console.ts';

test('A supervisor sees how the desk is doing, takes the figures along and goes from one to its tickets', async ({
  startDesk,
}, testInfo) => {
  test.slow();
  const { app, page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');
  await page.getByRole('button', { name: 'Add demo data' }).click();
  await expect(page.getByText('40 made-up tickets are in this desk.')).toBeVisible({ timeout: 60_000 });

  await console.goTo('Figures');
  await page.getByText('12 weeks', { exact: true }).click();
  const closed = page.getByText('of 16 closed');
  await expect(closed).toBeVisible();
  await expect(page.getByText(/^median of \d+ solved tickets$/).first()).toBeVisible();
  await expectAccessible(page, 'figures');
  await page.getByRole('switch', { name: 'As a table' }).check();
  const course = page.getByRole('region', { name: 'Opened and solved' });
  await expect(course.getByRole('row')).toHaveCount(13);
  await expectAccessible(page, 'figures as a table');

  const file = testInfo.outputPath('figures.csv');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toMatch(/When,Opened,Solved\r\n/);
  expect(await readFile(file, 'utf8')).toMatch(/By agent,Closed,Solved\r\n/);

  const agents = page.getByRole('region', { name: 'By agent' });
  const line = agents.getByRole('row').nth(1);
  const count = Number(await line.getByRole('cell').first().innerText());
  await line.getByRole('link').click();
  await expect(page.getByRole('tab', { name: 'Closed', selected: true })).toBeVisible();
  await expect(console.rows).toHaveCount(count);
});
