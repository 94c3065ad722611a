import { readFile } from 'node:fs/promises';
import { createRandom } from '../../core/testkit/random.ts';
import { desktopScreen } from '../../core/testkit/scenes.ts';
import { encodePicture } from '../../electron/cli/picture-files.ts';
import { expect, test } from '../fixtures/desk.ts';
import { filesHolding } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

test('A picture without a code, a broken one and a wrong code are each explained, and no ticket is made', async ({
  startDesk,
  owner,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  const desktop = encodePicture(desktopScreen(createRandom(5), 800, 600).picture, 'png');
  await console.dropFile('desktop.png', 'image/png', desktop);
  await expect(console.scanner).toContainText('No QR code in this picture');
  await console.press('Escape');

  await console.dropFile('broken.png', 'image/png', desktop.subarray(0, 300));
  await expect(console.scanner).toContainText('broken.png could not be opened as a picture');
  await console.press('Escape');

  await console.dropFile(
    'link.png',
    'image/png',
    await readFile(await owner.takePicture('link.png', 'https://app.example/get')),
  );
  await expect(console.scanner).toContainText('This is a link to app.example');
  await console.press('Escape');
  await expect(desk.page.getByRole('tab', { name: /^All open/ })).toContainText('0');
});

test('Part of a reset code is named as such', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: payload.slice(0, 201) });
  await expect(console.scanner).toContainText('a part of it is missing');
});

test('The safety code of a label is kept nowhere', async ({ startDesk, owner }) => {
  const { label } = owner.device.getState();
  const safetyCode = /SC:([^,}]+)/.exec(label.payload)?.[1] ?? '';
  expect(safetyCode).not.toBe('');
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: label.payload });
  await expect(console.context).toContainText(label.serial);
  expect(await desk.page.content()).not.toContain(safetyCode);
  await desk.close();
  expect(await filesHolding(desk.profile, [safetyCode])).toEqual([]);
});
