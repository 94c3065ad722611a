import type * as Electron from 'electron';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

/** Turns what follows, so that the eye reads another name than the computer. */
const TURN = '\u202e';

test('Windows, printers and cameras are listed as their names read, whatever signs are in them', async ({
  startDesk,
}) => {
  const { app, page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await app.evaluate(({ BrowserWindow, desktopCapturer, nativeImage }: typeof Electron, turn) => {
    const thumbnail = nativeImage.createEmpty();
    const source = {
      id: 'window:7:0',
      name: `Recorder${turn}fdp.exe`,
      thumbnail,
      display_id: '',
      appIcon: thumbnail,
    };
    desktopCapturer.getSources = async () => [source];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const printer = { name: 'lp', displayName: `Counter\n${turn}retnirp`, description: '', options: {} };
    if (contents !== undefined) contents.getPrintersAsync = async () => [printer];
  }, TURN);
  await page.evaluate((turn) => {
    const camera = {
      deviceId: 'a',
      groupId: 'b',
      kind: 'videoinput',
      label: `Web${turn}mac`,
      toJSON: () => ({}),
    };
    navigator.mediaDevices.enumerateDevices = async () => [camera as MediaDeviceInfo];
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, TURN);

  await console.openScanner('Screen');
  await console.press('w');
  await expect(console.scanner.getByRole('button', { name: /Recorderfdp\.exe$/ })).toBeVisible();
  expect(await console.scanner.innerText()).not.toContain(TURN);
  await console.scanner.getByRole('button', { name: 'Close the scanner' }).click();
  await expect(console.scanner).toBeHidden();

  await console.goTo('Settings');
  await page.getByRole('combobox', { name: 'Printer for hand-outs' }).click();
  await expect(page.getByRole('option', { name: 'Counter retnirp', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Webmac', exact: true }).first()).toBeAttached();
  expect(await page.getByRole('main').innerText()).not.toContain(TURN);
});

test('A key that an input method takes presses nothing outside of a field, and each vendor is filtered by its name', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.queueHeading.click();
  const taken = [
    { key: 'Process', code: 'KeyN' },
    { key: 'n', code: 'KeyN', isComposing: true },
    { key: 'ㅜ', code: 'KeyN', isComposing: true },
    { key: 'Enter', code: 'Enter', isComposing: true },
  ];
  for (const press of taken)
    await page.locator('body').dispatchEvent('keydown', { ...press, bubbles: true, cancelable: true });
  await expect(console.queueHeading).toBeVisible();
  await expect(page.getByRole('tab', { name: /^All open/ })).toContainText('0');

  await console.press('f');
  const vendors = page.getByRole('group', { name: 'Vendor family' });
  await expect(vendors.getByText('Hikvision', { exact: true })).toBeVisible();
  for (const name of await vendors.getByRole('checkbox').all())
    await expect(name).toHaveAccessibleName(/^\p{Lu}/u);
});
