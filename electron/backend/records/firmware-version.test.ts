import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

async function deviceWith(serial: string, firmwareVersion: string) {
  const by = { by: 'serial', serial, deviceKind: 'recorder', model: '' } as const;
  const { ticket } = await desk.call('ticket.open', by);
  await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
  const { id: deviceId, version } = ticket.device ?? { id: '', version: 0 };
  const change = { firmwareVersion };
  return (await desk.call('device.update', { deviceId, version, change })).device;
}

const find = async (text: string) =>
  (await desk.call('device.list', { text, limit: 9, after: null })).devices;

it('is found by how it begins and by a part of it', async () => {
  const { id } = await deviceWith('SERIAL0001', 'V4.001.0000007.3');
  await deviceWith('SERIAL0002', '');
  for (const text of ['V4.001', '0000007'])
    expect((await find(text)).map(({ device }) => device.id)).toEqual([id]);
});

it('can be chosen in a merge, and goes back with an undo of it', async () => {
  const kept = await deviceWith('SERIAL0001', '3.2');
  const other = await deviceWith('SERIAL0002', '4.0');
  const choices = { firmwareVersion: 'other' } as const;
  const merged = await desk.call('device.merge', { keptId: kept.id, otherId: other.id, choices });
  expect(merged.device.firmwareVersion).toBe('4.0');
  await desk.call('desk.undo', { commandId: null });
  const versions = (await find('')).map(({ device }) => device.firmwareVersion);
  expect(versions.toSorted()).toEqual(['3.2', '4.0']);
});

it('has as many characters as a model, 100, and no more', async () => {
  const { id: deviceId, version } = await deviceWith('SERIAL0001', 'x'.repeat(100));
  const change = { firmwareVersion: 'x'.repeat(101) };
  await expect(desk.call('device.update', { deviceId, version, change })).rejects.toThrow();
});

it('leaves with an export, and comes in with an import where a device lacks it', async () => {
  await deviceWith('SERIAL0001', '3.2');
  await deviceWith('SERIAL0002', '');
  const file = join(dirname(folder.file), 'devices.csv');
  writeFileSync(file, 'Serial,Firmware\nSERIAL0001,9.9\nSERIAL0002,4.0\nSERIAL0003,5.0');
  const reading = await desk.call('store.readImport', { file });
  if (reading.result !== 'read') throw new Error(reading.refusal);
  const { importId, mapping } = reading.preview;
  await desk.call('import.run', { importId, mapping });
  await desk.call('store.export', { what: 'devices', file, actor: 'Ada' });
  await expect.poll(async () => (await desk.call('transfer.getState', {})).running).toBeNull();
  const text = readFileSync(file, 'utf8').slice(1);
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const exported = data.map((row) => [row['Serial'], row['Firmware version']]);
  expect(exported.toSorted()).toEqual([
    ['SERIAL0001', '3.2'],
    ['SERIAL0002', '4.0'],
    ['SERIAL0003', '5.0'],
  ]);
});
