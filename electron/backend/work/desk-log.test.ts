import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it('shows what stands in it, also beside what no version has written', async () => {
  const desk = await openTestDesk(folder.file);
  await desk.call('ticket.open', { by: 'hand' });
  await desk.call('store.noteAgent', { actor: 'Bo' });
  await desk.close();
  const connection = await connect(folder.file, testKey, { mustExist: true });
  connection.exec(
    `insert into desk_log values (-1, -5, 'Mallory', '{"type":"exported"}', ''), (900, 1, 'Mallory', 'no JSON', '')`,
  );
  connection.close();
  const again = await openTestDesk(folder.file);
  const { entries, brokenAt } = await again.call('desk.getLog', { limit: 50 });
  expect(entries.filter(({ actor }) => actor === 'Mallory').map(({ entry }) => entry)).toEqual([null, null]);
  expect(entries.some(({ entry }) => entry?.type === 'agentRenamed')).toBe(true);
  expect(brokenAt).not.toBeNull();
  await again.close();
});
