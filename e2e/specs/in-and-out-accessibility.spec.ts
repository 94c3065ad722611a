import { writeFile } from 'node:fs/promises';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../fixtures/dialogs.ts';
import { Console } from '../pages/console.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing where records go in and out and are erased, in the ${theme} theme`, async ({
    startDesk,
  }, testInfo) => {
    test.slow();
    const desk = await startDesk({ hasCamera: false });
    const { page, app } = desk;
    const console = new Console(page);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
    const shot = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
    await console.createUnprotectedDatabase();
    await console.press('n');
    await console.enterCustomer('Wilhelmina Overbeeke', '+31 20 794 0811');
    await console.closeAs('The customer gives up');

    await console.goTo('Settings');
    await answerSaveDialogs(app, testInfo.outputPath('customers.csv'));
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText(/1 row is in customers.csv/)).toBeVisible();
    await page.getByRole('button', { name: 'Show the log' }).click();
    await page.getByLabel('Customers').selectOption({ label: 'After 6 months' });
    await expect(page.getByText('Today this would erase 0 customers')).toBeVisible();
    await page.getByRole('heading', { name: 'Personal data' }).scrollIntoViewIfNeeded();
    await shot('retention');
    await expectAccessible(page, 'settings');

    const list = testInfo.outputPath('list.csv');
    await writeFile(list, 'Name;Phone;Remark\nAnna;+49 171 5551234;\nBruno;none;\n');
    await answerOpenDialogs(app, list);
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import a table' });
    await expect(dialog.getByLabel('Phone is taken for')).toBeVisible();
    await shot('columns');
    await expectAccessible(page, 'columns of an import');
    await dialog.getByRole('button', { name: 'See what would happen' }).click();
    await expect(dialog.getByText('1 row is refused')).toBeVisible();
    await shot('foreseen');
    await expectAccessible(page, 'what an import would do');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();

    await console.openCustomer('Wilhelmina Overbeeke');
    await expectAccessible(page, 'customer');
    await page.getByRole('button', { name: 'Erase…' }).click();
    const erase = page.getByRole('dialog', { name: 'Erase this customer' });
    await expect(erase.getByText('This stays')).toBeVisible();
    await erase.getByLabel(/^Type/).fill('erase');
    await shot('erase');
    await expectAccessible(page, 'erase');
    await page.keyboard.press('Enter');
    await expect(erase.getByText('The customer is erased')).toBeVisible();
    await expectAccessible(page, 'erased');
    // The key closes the dialog only: the page under it has one of its own, back to the list.
    await page.keyboard.press('Escape');
    await expect(erase).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Erased customer', level: 1 })).toBeVisible();

    await console.goTo('Settings');
    await page.getByRole('button', { name: 'Add demo data' }).click();
    await expect(page.getByText('40 made-up tickets are in this desk.')).toBeVisible({ timeout: 60_000 });
    await shot('demo');
    await expectAccessible(page, 'demo data');
  });
}
