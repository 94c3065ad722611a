import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, temporaryFolder } from '../../testing/test-desk.ts';
import { headFileOf } from './head-file.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it.each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
])('the records open beside %s in the place of their head, which is set aside and told', async (_, put) => {
  const first = await openTestDesk(folder.file);
  await first.call('ticket.open', { by: 'hand' });
  await first.close();
  const head = headFileOf(folder.file);
  rmSync(head);
  put(head);
  const desk = await openTestDesk(folder.file);
  const { entries } = await desk.call('desk.getLog', { limit: 1 });
  expect(entries).toMatchObject([{ entry: { type: 'headRenewed', cause: 'unreadable' } }]);
  await desk.close();
  expect(statSync(head).isFile()).toBe(true);
  expect(readdirSync(dirname(head)).filter((name) => name.includes('.head.aside-'))).toHaveLength(1);
});
