import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/desk.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../fixtures/dialogs.ts';
import { Console } from '../pages/console.ts';

/** As a spreadsheet program in Zagreb writes it: windows-1250, where č is E8 and ć is E6. */
const MESSY = [
  'sep=;',
  'Nachname;Vorname;Telefon;Seriennummer;Sprache;Bemerkung',
  'Kova\xe8evi\xe6;Ivana;0171 5551234;7K0A1C9PAZ00042;Deutsch;',
  '"The Corner" Shop;;030 1234567 / 0172 5551234;;;',
  'Lost;Zero;1735551234;;;',
  'Rounded;Number;4,91745E+11;;;',
  'Angry;Anna;030 1234568;;;note;very angry',
  '"Miller;Open;030 1234569;;;',
  'the end of a note',
  'Berg;Bo;="0175 5551234";;en;fine',
].join('\r\n');

test('A messy table is read as the agent sees fit, every row is accounted for, and the numbers are found in any spelling', async ({
  startDesk,
}, testInfo) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');

  await test.step('the country of the desk is chosen by its name', async () => {
    const country = page.locator('input').and(page.getByLabel('Country', { exact: true }));
    await country.fill('german');
    await console.press('Enter');
    await expect(country).toHaveValue('Germany (+49)');
    await country.scrollIntoViewIfNeeded();
    await page.screenshot({ path: testInfo.outputPath('country.png') });
  });

  const file = testInfo.outputPath('messy.csv');
  await writeFile(file, Buffer.from(MESSY, 'latin1'));
  await answerOpenDialogs(desk.app, file);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a table' });

  await test.step('the letters are chosen while the rows show what comes of it', async () => {
    await expect(dialog.getByText('messy.csv: 8 rows.')).toBeVisible();
    await expect(dialog.getByLabel('Cells are separated by')).toHaveValue(';');
    for (const [heading, field] of [
      ['Nachname', 'lastName'],
      ['Vorname', 'firstName'],
      ['Telefon', 'phone'],
      ['Seriennummer', 'serial'],
      ['Sprache', 'language'],
      ['Bemerkung', 'notes'],
    ])
      await expect(dialog.getByLabel(`${heading} is taken for`)).toHaveValue(field ?? '');
    await expect(dialog.getByText('Kovaèeviæ')).toBeVisible();
    await dialog.getByLabel('Letters').selectOption('Central European (windows-1250)');
    await expect(dialog.getByText('Kovačević')).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('letters.png') });
  });

  await test.step('what would happen counts every row, and names what is refused', async () => {
    await dialog.getByRole('button', { name: 'See what would happen' }).click();
    await expect(dialog.getByText('Of 8 rows in the file')).toBeVisible();
    await expect(dialog.getByText('4 rows are new')).toBeVisible();
    await expect(dialog.getByText('4 rows are refused')).toBeVisible();
    await expect(dialog.getByText('Deutsch (1 row)')).toBeVisible();
    const problems = dialog.getByRole('table', { name: 'Refused rows' });
    await expect(problems.getByText('Row 5: 4,91745E+11')).toBeVisible();
    await expect(problems.getByText('Row 6: very angry')).toBeVisible();
    await expect(problems.getByText('Row 7: "Miller;Open;030 1234569;;;')).toBeVisible();
    await expect(problems.getByText('Row 8: the end of a note')).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('foreseen.png') });
    const list = testInfo.outputPath('refused.csv');
    await answerSaveDialogs(desk.app, list);
    await dialog.getByRole('button', { name: 'Save the refused rows…' }).click();
    await expect(dialog.getByText('Saved. Mend them there')).toBeVisible();
    const saved = await readFile(list, 'utf8');
    for (const part of ['very angry', '4,91745E+11', 'the end of a note', 'Miller'])
      expect(saved).toContain(part);
  });

  await test.step('it is done as it was foreseen, and a number is found however it is typed', async () => {
    await dialog.getByRole('button', { name: 'Import 4 rows' }).click();
    await expect(dialog.getByText('4 rows are new')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' }).click();
    const search = page.getByRole('searchbox').last();
    for (const [typed, name] of [
      ['0049 (0) 171 5551234', 'Ivana Kovačević'],
      ['tel:+491735551234', 'Zero Lost'],
      ['0172 / 555-12-34', '"The Corner" Shop'],
      ['＋４９ 175 5551234', 'Bo Berg'],
    ] as const) {
      await search.fill(typed);
      await expect(page.getByRole('link', { name })).toBeVisible();
      await expect(page.getByRole('main').getByRole('link')).toHaveCount(1);
    }
    await page.screenshot({ path: testInfo.outputPath('found.png') });
  });
});
