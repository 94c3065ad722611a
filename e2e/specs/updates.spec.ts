import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FEED_FILE } from '../../core/update/feed.ts';
import { feedOf, makeReleaseKey, signFeed } from '../../electron/packaging/sign-feed.ts';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const NAME = 'resetdesk-99.0.0.tar.zst';
const PACKAGE = Buffer.from('a later version '.repeat(5000));

test('A later version is taken where an administrator said, when the agent asks, and only as it was signed', async ({
  startDesk,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-feed-'));
  const key = makeReleaseKey();
  await writeFile(join(folder, NAME), PACKAGE);
  const feed = await feedOf('99.0.0', [join(folder, NAME)], process.arch);
  let content = Buffer.from(PACKAGE).fill('x', 0, 1);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isFeed = request.url === `/${FEED_FILE}`;
    response.end(isFeed ? signFeed(feed, createPrivateKey(key.privatePem)) : content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const managed = join(folder, 'managed.json');
  process.env['RESETDESK_MANAGED_FILE'] = managed;
  process.env['RESETDESK_UPDATE_KEY'] = key.publicKey;
  try {
    const off = await startDesk({ hasCamera: false });
    await new Console(off.page).createUnprotectedDatabase();
    await new Console(off.page).goTo('Settings');
    await expect(off.page.getByText('Off: no administrator has named a place for updates.')).toBeVisible();
    await off.close();
    const { port } = server.address() as AddressInfo;
    await writeFile(managed, JSON.stringify({ updateFeed: `http://127.0.0.1:${port}/` }));

    const { page, profile } = await startDesk({ hasCamera: false, profile: off.profile });
    const console = new Console(page);
    await console.goTo('Settings');
    await expect(page.getByRole('button', { name: 'Look for an update' })).toBeVisible();
    // Not before the agent asks.
    expect(asked).toEqual([]);

    await page.getByRole('button', { name: 'Look for an update' }).click();
    await page.getByRole('button', { name: 'Download and check it' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Version 99.0.0 was not taken.' })).toContainText(
      'The file is not the one that was signed.',
    );
    expect(await readdir(join(profile, 'updates'))).toEqual([]);

    content = Buffer.from(PACKAGE);
    await page.getByRole('button', { name: 'Look for an update' }).click();
    await page.getByRole('button', { name: 'Download and check it' }).click();
    await expect(
      page.getByText('Version 99.0.0 is downloaded. Its signature and content are right.'),
    ).toBeVisible();
    expect(await readdir(join(profile, 'updates'))).toEqual([NAME]);

    await page.getByRole('button', { name: 'Show the log' }).click();
    const log = page.getByRole('table', { name: "The desk's log" });
    await expect(log).toContainText('Downloaded and checked version 99.0.0');
    await expect(log).toContainText('Took no update. The file is not the one that was signed.');
  } finally {
    delete process.env['RESETDESK_MANAGED_FILE'];
    delete process.env['RESETDESK_UPDATE_KEY'];
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
