import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('On a disk that is full a setting says why it is not kept, and the window closes as ever', async ({
  startDesk,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-full-'));
  const options = ['-t', 'tmpfs', '-o', 'size=128m', 'resetdesk', folder];
  test.skip(spawnSync('mount', options).status !== 0, 'This user may not mount a disk.');
  try {
    const profile = join(folder, 'profile');
    await mkdir(profile);
    const desk = await startDesk({ hasCamera: false, profile });
    const { page } = desk;
    const console = new Console(page);
    await console.createUnprotectedDatabase();
    await console.goTo('Settings');
    const dark = page.getByRole('radio', { name: 'Dark' });
    await page.getByText('Dark', { exact: true }).click();
    await expect(dark).toBeChecked();
    const before = await readFile(join(profile, 'settings.json'), 'utf8');

    const { bavail, bsize } = await statfs(folder);
    await writeFile(join(folder, 'filler'), Buffer.alloc(bavail * bsize)).catch(() => undefined);
    await page.getByText('Light', { exact: true }).click();
    await expect(page.getByText(/There is not enough room on the disk/)).toBeVisible();
    await expect(dark).toBeChecked();
    expect(await readFile(join(profile, 'settings.json'), 'utf8')).toBe(before);

    const ended = new Promise<number | null>((resolve) => desk.app.process().once('exit', resolve));
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toBe(0);
    expect(await readFile(join(profile, 'logs', 'main.log'), 'utf8')).not.toContain('uncaught');

    await rm(join(folder, 'filler'));
    const again = await startDesk({ hasCamera: false, profile });
    await expect(new Console(again.page).queueHeading).toBeVisible();
    await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await again.close();
  } finally {
    spawnSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  }
});
