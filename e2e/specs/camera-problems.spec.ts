import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

/** A camera that another program holds can not be staged with a fake device; Chromium reports it with this error. */
async function letCameraBeBusy(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('Could not start video source', 'NotReadableError');
    };
  });
}

test('Without a camera the scanner says so and offers the other ways', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('s');
  await expect(console.scanner).toContainText('No camera was found');
  await console.press('2');
  await expect(console.scanner.getByRole('button', { name: 'Scan all screens' })).toBeVisible();
});

test('A camera that another program uses is named as the reason', async ({ startDesk }) => {
  const desk = await startDesk();
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await letCameraBeBusy(desk.page);
  await console.press('s');
  await expect(console.scanner).toContainText('The camera is in use by another program');
  await expect(console.scanner.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('A refused camera permission is named as the reason', async ({ startDesk }) => {
  const desk = await startDesk();
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await desk.app.evaluate(({ session }) => {
    session.defaultSession.setPermissionCheckHandler(() => false);
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  });
  await console.press('s');
  await expect(console.scanner).toContainText('The camera is not allowed');
});

test('Closing the scanner switches the camera off', async ({ startDesk }) => {
  const desk = await startDesk();
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await desk.page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      Object.assign(window, { lastTracks: stream.getTracks() });
      return stream;
    };
  });
  const trackStates = () =>
    desk.page.evaluate(() => {
      const { lastTracks } = window as unknown as { lastTracks?: MediaStreamTrack[] };
      return lastTracks?.map((track) => track.readyState) ?? [];
    });
  await console.press('s');
  await expect.poll(trackStates).toEqual(['live']);
  await console.press('Escape');
  await expect.poll(trackStates).toEqual(['ended']);
});
