import { createRandom } from '../../core/testkit/random.ts';
import { desktopScreen } from '../../core/testkit/scenes.ts';
import { encodePicture } from '../../electron/cli/picture-files.ts';
import { expect, test } from '../fixtures/desk.ts';
import { watchLongTasks } from '../fixtures/long-tasks.ts';
import { Console } from '../pages/console.ts';

/** Long enough for every live rung, several thorough frames and a burst. */
const LOOKING_MS = 4000;

test('The window stays free while the camera is read and a large picture is searched', async ({
  startDesk,
  owner,
}) => {
  test.setTimeout(180_000);
  const desk = await startDesk({ cameraVideo: await owner.filmDesk() });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await console.openScanner('Camera');
  await expect(console.scanner.locator('video')).toBeVisible();
  await watchLongTasks(desk.page, test.info(), 'reading the camera', () =>
    desk.page.waitForTimeout(LOOKING_MS),
  );

  await console.press('Escape');
  const screenshot = encodePicture(desktopScreen(createRandom(8), 1920, 1080).picture, 'jpeg', 70);
  await watchLongTasks(desk.page, test.info(), 'searching a large picture', async () => {
    await console.dropFile('screenshot.jpg', 'image/jpeg', screenshot);
    await expect(console.scanner.getByRole('figure')).toBeVisible();
    await console.press('Escape');
    await expect(console.scanner).toBeHidden();
  });
});
