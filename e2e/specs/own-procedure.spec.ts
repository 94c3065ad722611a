import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const vendorAddress = 'support_rpwd@global.dahuatech.com';
const foreignAddress = 'codes@somewhere.example';

test("A foreign procedure is refused, then approved, and marked in every step as the desk's own", async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  const shipped = await readFile('assets/playbooks/dahua-dmss.json', 'utf8');
  const foreign = shipped
    .replace(/"version": \d+/, '"version": 99')
    .replaceAll(vendorAddress, foreignAddress);
  // As an editor on Windows saves it.
  const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(foreign, 'utf16le')]);
  await writeFile(join(desk.profile, 'playbooks', 'foreign.json'), text);

  const waits = page.getByRole('status').getByRole('button', { name: /Procedure waits/ });
  await waits.click();
  await expect(
    page.getByText('A procedure file waits for your approval under Settings, Procedures.'),
  ).toBeVisible();
  await console.press('Escape');
  await console.goTo('Settings');
  const asked = page.getByRole('status').filter({ hasText: 'foreign.json waits for your approval' });
  await expect(asked).toContainText("It takes the place of ResetDesk's own");
  await expect(asked).toContainText(foreignAddress);
  await asked.getByRole('button', { name: 'Refuse' }).click();
  await expect(waits).toBeHidden();
  const refused = page.getByRole('status').filter({ hasText: 'foreign.json was refused' });
  await expect(refused).toBeVisible();

  await test.step('refused, it changes nothing', async () => {
    await console.goTo('Queue');
    await console.paste({ text: owner.showResetCode() });
    await expect(console.ticketHeading(1)).toBeVisible();
    await expect(page.getByText("Your desk's own procedure", { exact: true })).toHaveCount(0);
  });

  await test.step("approved, every step says whose it is, and no address is called the vendor's", async () => {
    await console.goTo('Settings');
    await refused.getByRole('button', { name: 'Approve' }).click();
    await expect(refused).toBeHidden();
    await console.goTo('Queue');
    await console.paste({ text: owner.showResetCode() });
    await expect(console.ticketHeading(2)).toBeVisible();
    const mark = page.getByText("Your desk's own procedure", { exact: true });
    await expect(mark).toBeVisible();
    await console.confirmOwner();
    await expect(mark).toBeVisible();
    await console.answer('Send it by e-mail instead');
    await console.mailAddress.fill(foreignAddress);
    await expect(
      page.getByText(`Your desk's own procedure names this address: ${foreignAddress}`),
    ).toBeVisible();
    await expect(page.getByText("The vendor's texts name")).toHaveCount(0);
  });

  await test.step("both decisions are in the desk's log", async () => {
    await console.goTo('Settings');
    await page.getByRole('button', { name: 'Show the log' }).click();
    await expect(page.getByText("Refused the desk's own procedure dahua-dmss, version 99")).toBeVisible();
    await expect(page.getByText("Approved the desk's own procedure dahua-dmss, version 99")).toBeVisible();
  });
});
