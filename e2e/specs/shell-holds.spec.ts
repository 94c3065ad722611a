import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type * as Electron from 'electron';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { answerSaveDialogs } from '../fixtures/dialogs.ts';
import { boundsOf } from '../fixtures/displays.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('A console whose process dies for the fourth time offers to restart, to save a report, or to quit', async ({
  startDesk,
}, info) => {
  const desk = await startDesk({ hasCamera: false });
  await new Console(desk.page).createUnprotectedDatabase();
  const report = info.outputPath('report.json');
  await answerSaveDialogs(desk.app, report);
  await desk.app.evaluate(({ app, dialog }: typeof Electron) => {
    const asked: string[][] = [];
    Object.assign(globalThis, { asked });
    app.relaunch = () => void asked.push(['relaunched']);
    app.quit = () => void asked.push(['quit']);
    dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => {
      asked.push([options.message, ...(options.buttons ?? [])]);
      // First the report, then the restart.
      return Promise.resolve({ response: asked.length === 1 ? 1 : 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  for (let deaths = 0; deaths < 4; deaths += 1) await endPage(desk.app);
  const asked = () =>
    desk.app.evaluate(() => (globalThis as unknown as { asked: readonly string[][] }).asked);
  const box = [
    'The window of ResetDesk stopped working several times in a row.',
    'Restart',
    'Save a report…',
    'Quit',
  ];
  await expect.poll(asked).toEqual([box, box, ['relaunched'], ['quit']]);
  expect((await stat(report)).mode & 0o777).toBe(0o600);
});

test('A remembered window larger than every screen, and the practice device, open within the screen', async ({
  startDesk,
}) => {
  const first = await startDesk({ hasCamera: false });
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  const bounds = { x: 40, y: 40, width: 1e9, height: 1e9 };
  await writeFile(join(first.profile, 'window.json'), JSON.stringify({ bounds, isMaximized: false }));
  const desk = await startDesk({ hasCamera: false, profile: first.profile });
  await PracticeWindow.open(desk.app, desk.page);
  const area = await desk.app.evaluate(({ screen }: typeof Electron) => screen.getPrimaryDisplay().workArea);
  for (const page of ['index.html', 'practice.html']) {
    const { width, height } = await boundsOf(desk.app, page);
    expect(width).toBeLessThanOrEqual(area.width);
    expect(height).toBeLessThanOrEqual(area.height);
  }
});

test('A file that can not be saved is told in words, whatever it is, and nothing is left', async ({
  startDesk,
}, info) => {
  const desk = await startDesk({ hasCamera: false });
  await new Console(desk.page).createUnprotectedDatabase();
  const taken = info.outputPath('taken');
  await mkdir(join(taken, 'inside'), { recursive: true });
  for (const [target, words] of [
    [info.outputPath('gone', 'a.pdf'), 'The folder is no longer there. Choose another one.'],
    [taken, 'A folder has this name. Choose another name.'],
    [
      info.outputPath('字'.repeat(100)),
      'The disk does not take this name. Choose a short one without special characters.',
    ],
  ] as const) {
    await answerSaveDialogs(desk.app, target);
    for (const [name, input] of [
      ['vault.saveDiagnostics', {}],
      ['vault.saveRecoveryPage', { page: 'x' }],
      ['print.savePdf', { document: { kind: 'testPage', language: 'en', paper: 'a4' }, paper: 'a4' }],
    ] as const)
      expect(await call(desk.page, name, input), `${name} ${target}`).toMatchObject({
        error: { code: 'refused', message: words },
      });
  }
});

test('A small file that stands for 400 million pixels is named and never decoded', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.dropFile('huge.png', 'image/png', emptyPng(20_000));
  await expect(desk.page.getByText('huge.png could not be opened as a picture')).toBeVisible();
  const memory = await desk.app.evaluate(({ app }: typeof Electron) =>
    Math.max(...app.getAppMetrics().map(({ memory: { peakWorkingSetSize } }) => peakWorkingSetSize)),
  );
  // Kilobytes; decoded it would be 1.6 million.
  expect(memory).toBeLessThan(900_000);
});

/** Ends the console's process and waits for its page to be there again, or for the program to give up on it. */
async function endPage(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }: typeof Electron) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const isBack = new Promise((resolve) => {
      contents.once('did-finish-load', () => resolve(null));
      setTimeout(resolve, 5000);
    });
    contents.forcefullyCrashRenderer();
    await isBack;
  });
}

function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([called, given]) => window.resetdesk.call(String(called), given), [name, input]);
}

/** A PNG of so many pixels squared, one bit each, all of them the same. */
function emptyPng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
