import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

async function read(lines: readonly string[]) {
  const file = join(dirname(folder.file), 'list.csv');
  writeFileSync(file, lines.join('\n'));
  return readFileOf(file);
}

async function readFileOf(file: string) {
  const reading = await desk.call('store.readImport', { file });
  if (reading.result !== 'read') throw new Error(reading.refusal);
  const { importId, mapping } = reading.preview;
  return { importId, mapping };
}

async function run(lines: readonly string[]) {
  return reportOf(await desk.call('import.run', await read(lines)));
}

function reportOf(end: Awaited<ReturnType<typeof desk.call<'import.run'>>>) {
  if (end.result !== 'done') throw new Error('It was stopped.');
  return end.report;
}

const customers = async () => (await desk.call('customer.search', { text: '', limit: 50 })).customers;
const devices = async () => (await desk.call('device.list', { text: '', limit: 50, after: null })).devices;

const list = [
  'Name,Phone,E-mail,Serial,Model',
  'Anna Berg,+49 171 5551234,anna@berg.example,7K0A1C9PAZ00042,NVR4108',
  'Bruno Costa,+34 612345678,,,',
  'Wrong,none,,,',
];

describe('an import', () => {
  it('makes customers with their devices, and says what it refused and why', async () => {
    expect(await run(list)).toEqual({
      added: 2,
      changed: 0,
      same: 0,
      refused: 1,
      rows: 3,
      problems: [{ reason: 'badPhone', count: 1, examples: [{ row: 4, value: 'none' }] }],
      leftOut: [],
    });
    expect((await customers()).map(({ name, phones }) => [name, phones])).toEqual([
      ['Bruno Costa', ['+34612345678']],
      ['Anna Berg', ['+491715551234']],
    ]);
    expect(await devices()).toMatchObject([
      {
        device: { serial: '7K0A1C9PAZ00042', model: 'NVR4108', kind: 'recorder' },
        customerName: 'Anna Berg',
      },
    ]);
    expect((await desk.call('desk.getLog', { limit: 50 })).entries).toMatchObject([
      { actor: 'Test agent', entry: { type: 'imported', added: 2, changed: 0, refused: 1 } },
    ]);
  });

  it('finds the same rows the same when they come again', async () => {
    await run(list);
    expect(await run(list)).toMatchObject({ added: 0, changed: 0, same: 2, refused: 1 });
  });

  it('finds doubles within the file, by phone in any spelling, mail address and serial', async () => {
    const report = await run([
      'Name,Phone,E-mail,Serial',
      'Anna,+49 (171) 555-1234,,SER1234',
      'Anna Berg,,ANNA@berg.example,',
      ',+491715551234,anna@BERG.example,SER1234',
    ]);
    // The third row says that the first two are one; which of them, only a person can tell.
    expect(report).toMatchObject({
      added: 2,
      problems: [{ reason: 'twoCustomers', examples: [{ row: 4 }] }],
    });
    expect(await run(['Phone,E-mail', '+491715551234,other@berg.example'])).toMatchObject({ changed: 1 });
  });

  it('adds what is missing and overwrites nothing', async () => {
    await run(['Name,Phone,Notes', 'Anna,+491715551234,First']);
    expect(
      await run(['Name,Phone,Notes,E-mail', 'Somebody else,+491715551234,Second,anna@berg.example']),
    ).toMatchObject({ changed: 1 });
    expect(await customers()).toMatchObject([
      { name: 'Anna', notes: 'First', emails: ['anna@berg.example'] },
    ]);
  });

  it('gives a device to none of several namesakes, and to the only one of a name', async () => {
    await run([
      'Name,Phone',
      'Juan García,+34612345678',
      'Juan García,+34612345679',
      'Eva Ruiz,+34612345670',
    ]);
    expect(await run(['Name,Serial', 'Juan Garcia,SER9999', 'Eva Ruiz,SER8888'])).toMatchObject({
      added: 1,
      problems: [{ reason: 'severalOfName', examples: [{ row: 2, value: 'Juan Garcia' }] }],
    });
    expect(await devices()).toMatchObject([{ customerName: 'Eva Ruiz', device: { serial: 'SER8888' } }]);
  });

  it('refuses more contacts than a customer can have, also together with those that are known', async () => {
    const numbers = (from: number) =>
      Array.from({ length: 12 }, (_, index) => `+4917155512${from + index}`).join(';');
    const known = '+491715551210';
    expect(await run(['Name,Phone', `Anna,${numbers(10)}`])).toMatchObject({ added: 1 });
    expect(await run(['Phone,Mobile', `${known},${numbers(30)}`])).toMatchObject({
      problems: [{ reason: 'tooMany', examples: [{ row: 2 }] }],
    });
    expect((await customers())[0]?.phones).toHaveLength(12);
  });

  it('takes no row that holds a code or a password', async () => {
    expect(
      await run([
        'Name,Phone,Notes',
        'Anna,+491715551234,Passwort: Kugel2024!',
        'Bo,+491719999999,Rings at 8',
      ]),
    ).toMatchObject({ added: 1, problems: [{ reason: 'secret', examples: [{ row: 2 }] }] });
    expect(await customers()).toMatchObject([{ name: 'Bo' }]);
  });

  it('takes no password from a column of passwords, and writes none into the list of refused rows', async () => {
    const { importId, mapping } = await read(['Name,Phone,Password', 'Anna,+491715551234,Kugel2024']);
    const chosen = mapping.map((field, index) => (index === 2 ? ('notes' as const) : field));
    const end = await desk.call('import.run', { importId, mapping: chosen, takesShortRows: false });
    expect(end).toMatchObject({ report: { refused: 1, problems: [{ reason: 'secret' }] } });
    const words = { row: 'Row', reason: 'Reason', value: 'Value', reasons: {} };
    const { table } = await desk.call('store.readProblems', { importId, words });
    expect(table).toMatch(/Anna,.*,•••\r\n$/);
    expect(JSON.stringify(end) + table).not.toContain('Kugel2024');
  });

  it('gives no device to another owner', async () => {
    await run(['Name,Phone,Serial', 'Anna,+491715551234,SER1234']);
    expect(await run(['Name,Phone,Serial', 'Bo,+491719999999,SER1234'])).toMatchObject({
      problems: [{ reason: 'otherOwner', examples: [{ row: 2, value: 'SER1234' }] }],
    });
    expect(await customers()).toHaveLength(1);
    expect(await run(['Serial,Model', 'SER1234,NVR'])).toMatchObject({ changed: 1 });
  });

  it('takes back what another desk has exported', async () => {
    await run(list);
    const file = join(dirname(folder.file), 'out.csv');
    await desk.call('store.export', { what: 'devices', file, actor: '' });
    await expect.poll(async () => (await desk.call('transfer.getState', {})).running).toBeNull();
    expect(readFileSync(file, 'utf8')).toContain("'+491715551234");
    const before = await customers();
    expect(reportOf(await desk.call('import.run', await readFileOf(file)))).toMatchObject({
      same: 1,
      refused: 0,
    });
    expect(await customers()).toEqual(before);
  });
});

describe('before an import', () => {
  it('it is told what it would do, and nothing is done', async () => {
    const input = await read(list);
    const end = await desk.call('import.check', input);
    expect([await customers(), await devices()]).toEqual([[], []]);
    expect((await desk.call('desk.getLog', { limit: 50 })).entries).toEqual([]);
    expect(await desk.call('import.run', input)).toEqual(end);
  });

  it('the refused rows can be saved with their reasons', async () => {
    const input = await read(list);
    await desk.call('import.check', input);
    const words = {
      row: 'Fila',
      reason: 'Motivo',
      value: 'Valor',
      reasons: { badPhone: 'No es un teléfono' },
    };
    const { table } = await desk.call('store.readProblems', { importId: input.importId, words });
    expect(table).toBe(
      '\uFEFFFila,Motivo,Valor,Name,Phone,E-mail,Serial,Model\r\n4,No es un teléfono,none,Wrong,none,,,\r\n',
    );
  });
});

describe('an import that is stopped', () => {
  it('leaves nothing', async () => {
    const many = ['Name', ...Array.from({ length: 200 }, (_, index) => `Customer ${index}`)];
    const running = desk.call('import.run', await read(many));
    await desk.call('transfer.cancel', {});
    expect(await running).toEqual({ result: 'cancelled' });
    expect(await customers()).toEqual([]);
    expect(await desk.call('desk.getUndoable', {})).toMatchObject({ undo: null });
  });
});

describe('an import that is undone', () => {
  it('goes back the way it came where a later row names the owner of an earlier device', async () => {
    await run(['Name,Phone,Serial', ',,SER1234', 'Anna,+491715551234,SER1234']);
    expect(await devices()).toMatchObject([{ customerName: 'Anna' }]);
    await desk.call('desk.undo', { commandId: null });
    expect([await customers(), await devices()]).toEqual([[], []]);
    await desk.call('desk.redo', { commandId: null });
    expect(await devices()).toMatchObject([{ customerName: 'Anna', device: { serial: 'SER1234' } }]);
  });

  it('goes as a whole, and comes back as a whole', async () => {
    await run(['Name,Phone', 'Anna,+491715551234']);
    await run([...list, 'Anna,+491715551234,more@berg.example,,']);
    const after = await customers();
    await desk.call('desk.undo', { commandId: null });
    expect((await customers()).map(({ name, emails }) => [name, emails])).toEqual([['Anna', []]]);
    expect(await devices()).toEqual([]);
    await desk.call('desk.redo', { commandId: null });
    expect(new Set((await customers()).map(({ name }) => name))).toEqual(
      new Set(after.map(({ name }) => name)),
    );
  });
});

it('forgets a file that was put away', async () => {
  const input = await read(list);
  await desk.call('import.putAway', {});
  await expect(desk.call('import.run', input)).rejects.toMatchObject({ code: 'not_found' });
});
