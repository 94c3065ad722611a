import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/desk.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../fixtures/dialogs.ts';
import { Console } from '../pages/console.ts';

test('Every section of the settings is found by a word, without a fault of accessibility', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');
  const search = page.getByRole('searchbox', { name: 'Search the settings' });
  await console.press('/');
  await expect(search).toBeFocused();
  for (const [word, heading] of [
    ['backup', 'Records'],
    ['dark', 'Appearance'],
    ['gdpr', 'Personal data'],
    ['webcam', 'Camera'],
  ] as const) {
    await search.fill(word);
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Your shop' })).toBeHidden();
  }
  await search.fill('gibberish');
  await expect(page.getByText('No setting has to do with "gibberish".')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Updates' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Updates' })).toBeInViewport();
  await page.getByRole('button', { name: 'Keys of the commands' }).click();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const faults = (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;
    expect(faults.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('Settings go to another computer as a file, and what was taken is told', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const { app, page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');
  const firstDay = page.getByRole('region', { name: 'Make this desk ready' });
  await expect(firstDay.getByRole('link', { name: 'Print a recovery key' })).toBeVisible();
  await firstDay.getByRole('button', { name: 'Put away' }).click();
  await expect(firstDay).toBeHidden();
  await page.evaluate(() =>
    window.resetdesk.call('settings.update', { queueDensity: 'compact', keys: { 'go.customers': 'F6' } }),
  );
  const file = join(desk.profile, 'settings-for-others.json');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'Export the settings' }).click();
  await expect(page.getByText('The settings were written into the file.')).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain('Kim Janssen');

  const changed = {
    ...JSON.parse(text),
    settings: { ...JSON.parse(text).settings, theme: 'purple', language: 'es', clipboardClearSeconds: 300 },
  };
  await writeFile(file, JSON.stringify(changed));
  await page.evaluate(() => window.resetdesk.call('settings.update', { keys: {} }));
  await answerOpenDialogs(app, file);
  await page.getByRole('button', { name: 'Import settings' }).click();
  await expect(page.getByText(/^Se tomaron \d+ ajustes:$/)).toBeVisible();
  await expect(page.getByText(/^Se dejó fuera, .*: theme$/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '→' })).toContainText('300 segundos');
  const { clipboardClearSeconds } = JSON.parse(text).settings;
  const now = await page.evaluate(() => window.resetdesk.call('settings.get', {}));
  expect(now).toMatchObject({ ok: true, value: { clipboardClearSeconds } });
  await console.press('F6');
  await expect(page.getByRole('heading', { name: 'Clientes', level: 1 })).toBeVisible();
});

test('The high contrast theme holds every text at seven to one', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await page.evaluate(() => window.resetdesk.call('settings.update', { theme: 'contrast' }));
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  for (const place of ['Queue', 'Settings'] as const) {
    await console.goTo(place);
    const faults = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze();
    expect(faults.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
