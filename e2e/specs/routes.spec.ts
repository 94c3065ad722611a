import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('A reset that is switched off is led to another official way, and the ticket keeps what was tried', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.confirmOwner();
  await console.answer('Monitor at the device');
  await console.answer('It says that the reset is closed');
  await console.answer('See other ways');

  // By keys alone, one question at a time; what was said before, or goes without saying by the way that failed, is not asked.
  await expect(console.stepHeading).toHaveText('Were security questions set?');
  await expect(desk.page.getByRole('button', { name: 'Brand: Dahua' })).toBeVisible();
  await console.press('2');
  await expect(console.stepHeading).toHaveText('The best way from here');
  await console.press('w');
  const excluded = desk.page.getByRole('region', { name: 'Ways that are left out' });
  await expect(excluded.getByText('The device does not show the reset QR.').first()).toBeVisible();
  await expect(excluded.getByText('nobody knows the answers')).toBeVisible();
  const offers = desk.page.getByRole('list', { name: 'Ways that may work' }).getByRole('button');
  await expect(offers.first()).toContainText('Dahua family: vendor or distributor');
  await console.press('Enter');

  // The owner was confirmed already, so the new way starts with its own first step.
  await console.press('F4');
  await expect(desk.page.getByRole('list', { name: 'Ways tried before' })).toContainText('could not go on');
  await console.press('F4');
  await expect(console.stepHeading).not.toHaveText('Who is calling?');
  const heading = await console.stepHeading.innerText();
  await console.press('o');
  await expect(desk.page.getByText('Now on: Dahua family: vendor or distributor')).toBeVisible();
  await console.press('Escape');
  await expect(console.stepHeading).toHaveText(heading);
  const history = await console.readHistory();
  expect(history.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'Learned: Screen: It says that the reset is switched off',
      'This way could not go on',
      'Went on with: Dahua family: vendor or distributor',
    ]),
  );

  await desk.kill();
  const again = await startDesk({ hasCamera: false, profile: desk.profile });
  await expect(new Console(again.page).stepHeading).toHaveText(heading);
});

test("A supervisor's broken file is refused with line and reason, and taken once it is mended", async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.goTo('Settings');
  const folder = join(desk.profile, 'playbooks');
  await expect(desk.page.getByText(folder)).toBeVisible();

  const bundled = await readFile('assets/playbooks/dahua-vendor-ticket.json', 'utf8');
  const own = bundled
    .replace('"dahua-vendor-ticket"', '"our-dealer"')
    .replaceAll('vendor or distributor', 'our dealer');
  await writeFile(join(folder, 'dealer.json'), own.replace('"preference": 70', '"preference": 700'));
  const refused = desk.page.getByRole('alert').filter({ hasText: 'dealer.json is not used' });
  await expect(refused).toContainText(/Line \d+, column \d+: suits\.preference/);

  await writeFile(join(folder, 'dealer.json'), own);
  await expect(refused).toBeHidden();
  const asked = desk.page.getByRole('status').filter({ hasText: 'dealer.json waits for your approval' });
  await asked.getByRole('button', { name: 'Approve' }).click();
  await expect(asked).toBeHidden();
  const row = desk.page.getByRole('row').filter({ hasText: 'dealer.json' });
  await expect(row).toContainText('Dahua family: our dealer');
  await expect(row).toContainText('In use');
});
