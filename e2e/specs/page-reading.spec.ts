import { createRandom } from '../../core/testkit/random.ts';
import { resetPage } from '../../electron/cli/pages/page-scenes.ts';
import { encodePicture } from '../../electron/cli/picture-files.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { readNetLog } from '../fixtures/net-log.ts';
import { Console } from '../pages/console.ts';

/** Reading a page takes some seconds, on a slow computer many. */
const READING_MS = 60_000;

test('What stands beside the code is read, compared with the picture and taken with one key; no packet leaves', async ({
  startDesk,
}, info) => {
  const { scene, facts } = resetPage(createRandom(1));
  const log = info.outputPath('net-log.json');
  const desk = await startDesk({ hasCamera: false, switches: [`--log-net-log=${log}`] });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await console.dropFile('page.png', 'image/png', encodePicture(scene.picture, 'png'));
  await expect(console.ticketHeading(1)).toBeVisible();
  const open = desk.page.getByRole('button', { name: 'Compare and take' });
  await expect(open).toBeVisible({ timeout: READING_MS });
  // Nothing is taken by itself.
  await expect(console.context).not.toContainText(facts.serial);

  await console.press('n');
  const dialog = desk.page.getByRole('dialog', { name: 'What stands beside the code' });
  await expect(dialog.getByRole('img', { name: 'The lines that were read' })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Address that the device shows' })).toHaveValue(
    facts.address ?? '',
  );
  await expect(dialog).toContainText('One of the addresses that the vendor');
  await expect(dialog).toContainText(`The device's clock shows ${facts.date}`);
  await expect(dialog).toContainText('Device: Camera');
  await expect(dialog).toContainText('Menus: Before 2020');
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    await expectAccessible(desk.page, `the page beside the code, ${colorScheme}`);
  }
  await dialog.getByRole('textbox', { name: 'Serial number' }).fill(facts.serial);
  await console.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(console.context).toContainText(facts.serial);
  await expect(open).toBeHidden();

  await console.confirmOwner();
  await console.answer('Send it by e-mail instead');
  await expect(console.mailAddress).toHaveValue(facts.address ?? '');
  await desk.close();
  expect((await readNetLog(log)).tries).toEqual([]);
});

test('A ticket that is left takes the reading of its page along', async ({ startDesk }) => {
  const { scene } = resetPage(createRandom(2));
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.dropFile('page.png', 'image/png', encodePicture(scene.picture, 'png'));
  await expect(desk.page.getByText('Reading what stands beside the code')).toBeVisible();
  await console.press('Escape');
  await expect(console.queueHeading).toBeVisible();
  await expect
    .poll(() => desk.page.workers().filter((worker) => /worker\.min/.test(worker.url())).length)
    .toBe(0);
  await console.openTicket(1);
  await expect(desk.page.getByText('Reading what stands beside the code')).toBeHidden();
  await expect(desk.page.getByRole('button', { name: 'Compare and take' })).toBeHidden();
});
