import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('The practice device gets no camera, and no page gets a whole screen or a file to keep', async ({
  startDesk,
}) => {
  const desk = await startDesk();
  await new Console(desk.page).createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  expect(await askForCamera(desk.page)).toBe('granted');
  expect(await askForCamera(practice.page)).toBe('NotAllowedError');

  for (const id of ['screen:0:0', 'window:1:0', 'window:0:0;screen:0:0', ''])
    expect(await call(desk.page, 'capture.allowWindow', { id }), id).toMatchObject({ ok: false });
  expect(await askForScreen(desk.page)).toBe('NotAllowedError');

  for (const page of [desk.page, practice.page]) {
    const download = page.waitForEvent('download', { timeout: 2000 }).catch(() => null);
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['x']));
      Object.assign(document.createElement('a'), { href, download: 'x.txt' }).click();
    });
    expect(await (await download)?.failure()).not.toBeNull();
  }
});

function askForCamera(page: Page): Promise<string> {
  return page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop();
        return 'granted';
      },
      (error: Error) => error.name,
    ),
  );
}

function askForScreen(page: Page): Promise<string> {
  return page.evaluate(() =>
    navigator.mediaDevices.getDisplayMedia({ video: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    ),
  );
}

function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([called, given]) => window.resetdesk.call(String(called), given), [name, input]);
}
