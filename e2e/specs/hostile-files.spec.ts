import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallPlaybook } from '../../core/playbook/small-playbook.fixture.ts';
import { expect, test } from '../fixtures/desk.ts';
import { answerOpenDialogs } from '../fixtures/dialogs.ts';
import { watchLongTasks } from '../fixtures/long-tasks.ts';
import { Console } from '../pages/console.ts';

/** Turns what follows: a name that ends in `exe.pdf` for the eye, and in `fdp.exe` for the computer. */
const TURN = '\u202e';
const UNSEEN = '\u200b';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-hostile-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

function pipeCalled(name: string): string {
  const pipe = join(folder, name);
  execFileSync('mkfifo', [pipe]);
  return pipe;
}

/** Takes no room on the disk. */
async function emptyFile(name: string, bytes: number): Promise<string> {
  const file = join(folder, name);
  const handle = await open(file, 'w');
  await handle.truncate(bytes);
  await handle.close();
  return file;
}

test('What is no picture, has no end, or is larger than any picture is named, and the next file is read', async ({
  startDesk,
  owner,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no pipes among its files.');
  test.slow();
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  const sound = owner.showResetCode();
  const text = join(folder, `invoice${TURN}gnp.png`);
  await writeFile(text, 'This is no picture.');
  await console.openScanner('File');
  const input = console.scanner.locator('input[type=file]');
  for (const [file, words] of [
    [text, 'invoicegnp.png could not be opened as a picture'],
    [pipeCalled('pipe.png'), 'pipe.png could not be opened as a picture'],
    [await emptyFile('huge.png', 5_000_000_000), 'huge.png could not be opened as a picture'],
    [await emptyFile('nothing.png', 0), 'nothing.png could not be opened as a picture'],
  ] as const) {
    await input.setInputFiles(file);
    await expect(console.scanner).toContainText(words, { timeout: 20_000 });
    const again = console.scanner.getByRole('button', { name: /Another way|Try another/ });
    if (await again.isVisible()) await again.click();
  }
  await input.setInputFiles(await owner.takePicture('sound.png', sound));
  await expect(console.ticketHeading(1)).toBeVisible();
});

test('Names that turn or hide letters are shown as they are, kept so, and hold no secret', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.context.locator('input[type=file]').setInputFiles([
    { name: `photo${TURN}fdp.exe`, mimeType: 'application/pdf', buffer: Buffer.from('a') },
    { name: `${UNSEEN}\u2066\u2069.png`, mimeType: 'image/png', buffer: Buffer.from('b') },
    { name: `password is Sun${UNSEEN}flower9.txt`, mimeType: 'text/plain', buffer: Buffer.from('c') },
  ]);
  const { context } = console;
  await expect(context.getByText('photofdp.exe', { exact: true })).toBeVisible();
  await expect(context.getByText('attachment.png', { exact: true })).toBeVisible();
  await expect(context.getByRole('button', { name: /^Remove password is/ })).toBeVisible();
  await expect(context.getByText(/Sun.?flower9/)).toHaveCount(0);

  await console.goTo('Settings');
  const table = join(folder, `customers${TURN}vsc.csv`);
  await writeFile(table, `Name;Phone\n"Berg${TURN}, Anna";030 1234567\n`);
  await answerOpenDialogs(desk.app, table);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a table' });
  await expect(dialog.getByText('customersvsc.csv: 1 row.')).toBeVisible();
  expect(await dialog.innerText()).not.toContain(TURN);
});

test('Forty large procedure files, or one of countless values, hold nobody up and are refused by name', async ({
  startDesk,
}, info) => {
  test.slow();
  const { page, profile } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  const own = join(profile, 'playbooks');
  const step = JSON.stringify(smallPlaybook.steps[0]);
  const countless = `{"steps":[${step}${`,${step}`.repeat(600)}]}`;
  expect(countless.length).toBeLessThan(500_000);
  await watchLongTasks(page, info, 'forty procedures', async () => {
    for (let index = 0; index < 40; index += 1)
      await writeFile(
        join(own, `p${index + 100}.json`),
        `[${`${step},`.repeat(2300)}${step}]`.padEnd(1_900_000),
      );
    await writeFile(join(own, 'countless.json'), countless);
    await console.startTicket(1);
    await console.goTo('Settings');
    await expect(page.getByText('countless.json')).toBeVisible();
  });
  await expect(page.getByText('larger than 500 KB').first()).toBeVisible();
  await expect(page.getByText('There are more than 10000 values in this file.')).toBeVisible();
});
