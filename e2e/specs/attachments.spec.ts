import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { answerSaveDialogs } from '../fixtures/dialogs.ts';
import { filesHolding } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TEXT = 'Invoice 4711 for Wilhelmina Overbeeke';

test('A file is kept with the ticket, shown, saved and removed, and lies in clear only while it is shown', async ({
  startDesk,
}, testInfo) => {
  const desk = await startDesk({ hasCamera: false });
  const { page, app, profile } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  const input = console.context.locator('input[type=file]');
  await input.setInputFiles([
    { name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) },
    { name: 'nothing.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    { name: 'tool.exe', mimeType: 'application/x-msdownload', buffer: randomBytes(3_000_000) },
  ]);
  const context = console.context;
  await expect(context.getByText('invoice.txt', { exact: true })).toBeVisible();
  await expect(context.getByText('nothing.pdf was not added')).toBeVisible();
  await expect(context.getByText('The file is empty.')).toBeVisible();
  await expect(context.getByRole('button', { name: 'Open tool.exe' })).toHaveCount(0);
  expect(await filesHolding(profile, [TEXT])).toEqual([]);
  await context.getByText('tool.exe', { exact: true }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: testInfo.outputPath('attachments.png') });
  await expectAccessible(page, 'attachments');

  await test.step('a picture that is dropped on its place is kept and not scanned', async () => {
    const transfer = await page.evaluateHandle(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['a label'], 'label.png', { type: 'image/png' }));
      return dropped;
    });
    await page.getByRole('main').dispatchEvent('dragenter', { dataTransfer: transfer });
    const place = page.getByText('Drop here to keep it with the ticket');
    await expect(place).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('drop.png') });
    await place.dispatchEvent('drop', { dataTransfer: transfer });
    await expect(context.getByText('label.png', { exact: true })).toBeVisible();
    await expect(place).toBeHidden();
    await expect(console.scanner).toBeHidden();
  });

  await test.step('a picture that is pasted while the focus is on the card is kept too', async () => {
    await context.getByRole('button', { name: 'Save invoice.txt' }).focus();
    await console.paste({ png: PNG });
    await expect(context.getByText('image.png', { exact: true })).toBeVisible();
    await expect(console.scanner).toBeHidden();
  });

  // The program that would show it is not there on a test computer.
  await app.evaluate(({ shell }: typeof Electron) => {
    shell.openPath = async () => '';
  });
  await context.getByRole('button', { name: 'Open invoice.txt' }).click();
  await expect.poll(() => filesHolding(profile, [TEXT])).toHaveLength(1);

  const saved = testInfo.outputPath('saved.txt');
  await answerSaveDialogs(app, saved);
  await context.getByRole('button', { name: 'Save invoice.txt' }).click();
  await expect.poll(() => readFile(saved, 'utf8').catch(() => '')).toBe(TEXT);

  await context.getByRole('button', { name: 'Remove tool.exe' }).press('Enter');
  await console.press('Enter');
  await expect(context.getByRole('button', { name: 'Remove tool.exe' })).toBeFocused();
  await context.getByRole('button', { name: 'Remove tool.exe' }).click();
  await context.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(context.getByText('tool.exe', { exact: true })).toBeHidden();
  await desk.close();
  expect(await readdir(profile)).not.toContain('opened-files');
  expect(await filesHolding(join(profile), [TEXT])).toEqual([]);
});
