import { readFile } from 'node:fs/promises';
import { createRandom } from '../../core/testkit/random.ts';
import { type Spoiling, spoiledPicture } from '../../core/testkit/spoil.ts';
import { encodePicture } from '../../electron/cli/picture-files.ts';
import { expect, test } from '../fixtures/desk.ts';
import { databaseText } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

/** How a JPEG file begins, as the database's bytes are written in JSON: FF D8 FF. */
const JPEG_IN_JSON = '"data":[255,216,255,';

const MISSES: readonly { spoiling: Spoiling; reason: string; next: RegExp }[] = [
  {
    spoiling: 'tooSmall',
    reason: 'There is a code, but it is too small',
    next: /\d\.\d pixels per dot were seen; 3 are needed\. Take the picture from closer by, .*\d\.\d times larger/,
  },
  { spoiling: 'blurred', reason: 'There is a code, but it is blurred', next: /tap on the code to focus/ },
  { spoiling: 'cutOff', reason: 'Only a part of the code is there', next: /with the whole code/ },
  { spoiling: 'tooDark', reason: 'The picture is too dark', next: /device's screen brighter/ },
];

test('A picture that was almost read is shown with the reason and one next step', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  for (const { spoiling, reason, next } of MISSES) {
    const { picture } = spoiledPicture(spoiling, createRandom(31));
    const name = `${spoiling}.png`;
    await console.dropFile(name, 'image/png', encodePicture(picture, 'png'));
    await expect(console.scanner.getByText(`${name}: ${reason}`)).toBeVisible();
    await expect(console.scanner.getByText(next)).toBeVisible();
    const shown = console.scanner.getByRole('figure');
    await expect(shown).toHaveCount(1);
    await expect(shown).toContainText(`${name}, ${picture.width} × ${picture.height} pixels`);
    await console.press('Escape');
    await expect(console.scanner).toBeHidden();
  }
});

test('A picture of the code is kept only when the settings say so, and only until the ticket closes', async ({
  startDesk,
  owner,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  const first = owner.showResetCode();
  await console.dropFile('one.png', 'image/png', await readFile(await owner.takePicture()));
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect.poll(() => databaseText(desk.profile)).toContain(first);
  expect(await databaseText(desk.profile)).not.toContain(JPEG_IN_JSON);

  await console.goTo('Settings');
  await desk.page.getByRole('switch', { name: 'Keep a small picture of each reset code' }).check();
  await console.goTo('Queue');
  const second = `${first.slice(0, 14)}${'B'.repeat(first.length - 16)}==`;
  await console.dropFile('two.png', 'image/png', await readFile(await owner.takePicture('two.png', second)));
  await expect(console.ticketHeading(2)).toBeVisible();
  await expect.poll(() => databaseText(desk.profile)).toContain(JPEG_IN_JSON);

  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.finishWithCode('12345678');
  await expect.poll(() => databaseText(desk.profile)).not.toContain(second);
  expect(await databaseText(desk.profile)).not.toContain(JPEG_IN_JSON);
});
