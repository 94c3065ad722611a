import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const ROUNDS = 20;
const SERIAL = '4G0A1B2PAZ00042';

test('What is put into a field with a list at once is taken with Enter at once', async ({ startDesk }) => {
  test.slow();
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();

  await test.step('the country, also while its list is closed', async () => {
    await console.goTo('Settings');
    const country = page.getByRole('combobox', { name: 'Country', exact: true });
    for (let round = 1; round <= ROUNDS; round++) {
      const [typed, chosen] = round % 2 === 0 ? ['german', 'Germany (+49)'] : ['SPAIN', 'Spain (+34)'];
      await country.fill(typed);
      await page.keyboard.press('Enter');
      await expect(country).toHaveValue(chosen);
    }
  });

  await test.step('Escape leaves what was chosen, and Enter on the open list too', async () => {
    const country = page.getByRole('combobox', { name: 'Country', exact: true });
    await country.fill('france');
    await console.press('Escape');
    await expect(country).toHaveValue('Germany (+49)');
    await country.click();
    await console.press('Enter');
    await expect(country).toHaveValue('Germany (+49)');
  });

  await test.step('the caller, while the answer to the serial is still on its way', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const name = `Caller Number${round}`;
      await console.goTo('Queue');
      await expect(console.queueHeading).toBeVisible();
      await console.startTicket(round);
      await console.edit('Device', 'Serial number');
      await console.context.getByLabel('Serial number').fill(`${SERIAL}${round}`);
      await page.keyboard.press('Enter');
      await console.callerLine.fill(name);
      if (round % 2 === 0) await page.keyboard.press('Enter');
      else await page.getByRole('option', { name: /New customer/ }).click();
      await expect(console.context.getByLabel('Name')).toHaveValue(name);
      await expect(console.context).toContainText(`${SERIAL}${round}`);
    }
  });
});
