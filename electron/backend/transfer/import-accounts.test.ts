import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messyTable } from '../../../core/testkit/messy-tables.ts';
import { createRandom } from '../../../core/testkit/random.ts';
import { openTestDesk, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const FILES = 2000;
/** Few are kept, so that later files meet known customers and devices; the others are the same import, rolled back. */
const KEPT_EVERY = 20;

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeAll(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
  await desk.call('desk.updateSettings', { change: { country: 'DE' }, version: 0 });
});
afterAll(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

it(`every row of ${FILES} messy tables is added, changed, known or refused, and none is lost`, {
  timeout: 300_000,
}, async () => {
  const file = join(dirname(folder.file), 'messy.csv');
  const random = createRandom(20_261_130);
  const reasons = new Set<string>();
  for (let index = 0; index < FILES; index += 1) {
    const table = messyTable(random);
    writeFileSync(file, Buffer.from(table.text, table.encoding));
    const reading = await desk.call('store.readImport', { file });
    if (reading.result !== 'read') throw new Error(`${reading.refusal}: ${JSON.stringify(table)}`);
    const { importId, mapping, rowCount } = reading.preview;
    const name = index % KEPT_EVERY === 0 ? 'import.run' : 'import.check';
    const end = await desk.call(name, { importId, mapping, takesShortRows: random.next() < 0.5 });
    if (end.result !== 'done') throw new Error('It was stopped.');
    const { rows, added, changed, same, refused, problems } = end.report;
    const listed = problems.reduce((sum, { count }) => sum + count, 0);
    for (const { reason } of problems) reasons.add(reason);
    const counted = { rowCount, rows, listed, sum: added + changed + same + refused };
    expect({ index, ...counted }).toEqual({
      index,
      rowCount: table.rows,
      rows: table.rows,
      listed: refused,
      sum: table.rows,
    });
  }
  // The tables were as bad as they were meant to be.
  for (const reason of [
    'unreadable',
    'moreCells',
    'fewerCells',
    'cutNumber',
    'badPhone',
    'badEmail',
    'badLanguage',
    'badSerial',
    'otherOwner',
  ])
    expect(reasons).toContain(reason);
});
