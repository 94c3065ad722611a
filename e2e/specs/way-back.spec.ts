import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { FEED_FILE } from '../../core/update/feed.ts';
import { migrations } from '../../electron/backend/store/sqlite/migrations/index.ts';
import { openSqliteStore } from '../../electron/backend/store/sqlite/open-sqlite-store.ts';
import { feedOf, makeReleaseKey, signFeed } from '../../electron/packaging/sign-feed.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

const NAME = 'resetdesk-99.0.0.tar.zst';

test('After a bad update the former version goes back to the records as they were, and takes the update only when asked', async ({
  startDesk,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-feed-'));
  const key = makeReleaseKey();
  await writeFile(join(folder, NAME), 'a later version');
  const feed = await feedOf('99.0.0', [join(folder, NAME)], process.arch);
  let version = feed.version;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isFeed = request.url === `/${FEED_FILE}`;
    const signed = signFeed({ ...feed, version }, createPrivateKey(key.privatePem));
    response.end(isFeed ? signed : 'a later version');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const managed = join(folder, 'managed.json');
  const { port } = server.address() as AddressInfo;
  await writeFile(managed, JSON.stringify({ updateFeed: `http://127.0.0.1:${port}/` }));
  process.env['RESETDESK_MANAGED_FILE'] = managed;
  process.env['RESETDESK_UPDATE_KEY'] = key.publicKey;
  try {
    const before = await startDesk({ hasCamera: false });
    const desk = new Console(before.page);
    await desk.createUnprotectedDatabase();
    await desk.startTicket(1);
    await desk.goTo('Settings');
    await before.page.getByRole('button', { name: 'Look for an update' }).click();
    await before.page.getByRole('button', { name: 'Download and check it' }).click();
    await expect(before.page.getByText('Version 99.0.0 is downloaded.')).toBeVisible();
    await before.close();

    await startLaterVersion(before.profile);

    asked.length = 0;
    const { page, profile } = await startDesk({ hasCamera: false, profile: before.profile });
    const former = new Console(page);
    await expect(page.getByText('A newer ResetDesk has used this file')).toBeVisible();
    // The newer one opens these records whole, so going back is not what the first key does.
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await expect(page.getByText('It has everything up to ticket #1.')).toBeVisible();
    await expectAccessible(page, 'written by a newer version');
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    await expect(former.ticketHeading(1)).toBeVisible();
    const files = await readdir(profile);
    expect(files.filter((name) => /^resetdesk\.db\.aside-/.test(name))).not.toEqual([]);

    // The bad version is still in the feed; it does not come by itself.
    expect(asked).toEqual([]);
    version = '0.0.1';
    await former.goTo('Settings');
    await page.getByRole('button', { name: 'Look for an update' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Version 0.0.1 was not taken.' })).toBeVisible();
  } finally {
    delete process.env['RESETDESK_MANAGED_FILE'];
    delete process.env['RESETDESK_UPDATE_KEY'];
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** What a later version does at its first start: it makes a backup, and gives the tables another form. */
async function startLaterVersion(profile: string): Promise<void> {
  const laterForm = {
    async up(db: Kysely<unknown>) {
      await sql`create table of_a_later_version (id integer primary key) strict`.execute(db);
    },
  };
  const known = { ...migrations, '9999-of-a-later-version': laterForm };
  const store = await openSqliteStore(join(profile, 'resetdesk.db'), await unprotectedKey(profile), known);
  await store.close();
}
