import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exported } from '../../../core/desk-log/desk-entry.ts';
import { findBrokenLink } from '../../../core/ticket/audit-chain.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';
import { withoutEscape } from './csv.ts';
import { exportTables } from './export-tables.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
});

const payload = resetScan().payload;

async function fill() {
  const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: { ...resetScan(), payload } });
  await desk.call('ticket.attachDevice', {
    ticketId: ticket.id,
    serial: '7K0A1C9PAZ00042',
    deviceKind: 'recorder',
    model: '=HYPERLINK("x")',
  });
  await desk.call('customer.create', {
    ticketId: ticket.id,
    name: '@Müller; "Söhne"\nand more',
    phones: ['+31 20 794 0811', '0171 555-12'],
    emails: ['m@example.org'],
    language: 'es',
    notes: '-1+1',
  });
  await desk.call('ticket.addNote', { ticketId: ticket.id, text: '=calls back' });
  return ticket;
}

async function exportTo(what: Exported, file = join(dirname(folder.file), `out-${what}`)) {
  await desk.call('store.export', { what, file, actor: 'Ada' });
  await expect.poll(async () => (await desk.call('transfer.getState', {})).running).toBeNull();
  const { lastExport } = await desk.call('transfer.getState', {});
  const isFile = existsSync(file) && statSync(file).isFile();
  return { outcome: lastExport, text: isFile ? readFileSync(file, 'utf8') : null };
}

const rowsOf = (text: string | null) =>
  Papa.parse<Record<string, string>>((text ?? '').slice(1), { header: true, skipEmptyLines: true }).data;

describe('an export as a table', () => {
  it('is called by a name that reads as it is', async () => {
    await fill();
    const file = `${folder.file}\u202egnp\u2066.csv`;
    await desk.call('store.export', { what: 'customers', file, actor: 'Ada' });
    await expect.poll(async () => (await desk.call('transfer.getState', {})).running).toBeNull();
    const { lastExport } = await desk.call('transfer.getState', {});
    expect(lastExport).toMatchObject({ result: 'done', fileName: 'records.dbgnp.csv' });
  });

  it('begins with a mark for spreadsheet programs and has no cell that they would compute', async () => {
    await fill();
    const { text, outcome } = await exportTo('customers');
    expect(outcome).toMatchObject({ what: 'customers', result: 'done', rows: 1, fileName: 'out-customers' });
    expect(text?.startsWith('\uFEFFCustomer ID,Name,')).toBe(true);
    const [row] = rowsOf(text);
    expect(row).toMatchObject({
      Name: '\'@Müller; "Söhne"\nand more',
      Phones: "'+31207940811; 0171 555-12",
      'E-mails': 'm@example.org',
      Language: 'es',
      Notes: "'-1+1",
    });
    expect(withoutEscape(row?.['Notes'] ?? '')).toBe('-1+1');
  });

  it.each(['devices', 'tickets', 'histories'] as const)('has all %s', async (what) => {
    const { history } = await fill().then(({ id }) =>
      desk.call('ticket.get', { ticketId: id }).then(({ ticket }) => ticket),
    );
    const rows = rowsOf((await exportTo(what)).text);
    expect(rows).toHaveLength(what === 'histories' ? history.length : 1);
    if (what === 'devices') expect(rows[0]).toMatchObject({ Model: '\'=HYPERLINK("x")', Kind: 'recorder' });
    if (what === 'tickets') expect(rows[0]).toMatchObject({ Ticket: '1', Priority: 'normal', Lane: 'now' });
    if (what === 'histories')
      expect(rows.at(-1)).toMatchObject({ Event: 'noteAdded', Details: '{"text":"=calls back"}' });
  });
});

it('has its columns in the order that other programs know', () => {
  expect(exportTables.customers.headings.join()).toBe(
    'Customer ID,Name,Phones,E-mails,Language,Notes,Added,Changed',
  );
  expect(exportTables.devices.headings.join()).toBe(
    'Serial,Model,Kind,Vendor family,Generation,Firmware version,Customer ID,Name,Phones,E-mails,Place,Address,Added,Changed',
  );
});

describe('an export of everything', () => {
  it('is one document with chains that can be verified, and without the content of any code', async () => {
    const ticket = await fill();
    const { text } = await exportTo('everything');
    expect(text).not.toContain(payload);
    const document = JSON.parse(text ?? '');
    expect(document).toMatchObject({ format: 'resetdesk-export', formatVersion: 1 });
    // The ticket, its customer and its device.
    expect(document.head).toMatchObject({ trails: 3, root: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect([document.customers.length, document.devices.length, document.tickets.length]).toEqual([1, 1, 1]);
    const [exported] = document.tickets;
    expect(exported.history.at(-1).event).toEqual({ type: 'noteAdded', text: '=calls back' });
    const links = exported.history.map((entry: Record<string, unknown>) => ({
      ...entry,
      trailId: ticket.id,
      actor: entry['agent'],
      eventJson: entry['sealed'],
    }));
    expect(findBrokenLink(links)).toBeNull();
  });

  it('is well formed on a desk without any record', async () => {
    expect(JSON.parse((await exportTo('everything')).text ?? '')).toMatchObject({ tickets: [] });
  });
});

describe('an export', () => {
  it('is in the log of the desk, with who and what and no person', async () => {
    await fill();
    await exportTo('customers');
    const { entries } = await desk.call('desk.getLog', { limit: 50 });
    expect(entries).toMatchObject([
      { sequence: 1, actor: 'Ada', entry: { type: 'exported', what: 'customers', rows: 1 } },
    ]);
  });

  it('that is stopped leaves nothing', async () => {
    await fill();
    const before = readdirSync(dirname(folder.file));
    const file = join(dirname(folder.file), 'stopped.csv');
    await desk.call('store.export', { what: 'customers', file, actor: 'Ada' });
    await desk.call('transfer.cancel', {});
    await expect.poll(async () => (await desk.call('transfer.getState', {})).running).toBeNull();
    expect((await desk.call('transfer.getState', {})).lastExport?.result).toBe('cancelled');
    expect(readdirSync(dirname(folder.file))).toEqual(before);
    expect((await desk.call('desk.getLog', { limit: 50 })).entries).toEqual([]);
  });

  it('says so when its place can not be written, and keeps what was there', async () => {
    await fill();
    const file = join(dirname(folder.file), 'no such folder', 'x.csv');
    expect((await exportTo('tickets', file)).outcome).toMatchObject({
      result: 'failed',
      reason: 'folderGone',
    });
    const kept = join(dirname(folder.file), 'kept.csv');
    writeFileSync(kept, 'before');
    await exportTo('tickets', join(kept, 'below'));
    expect(readFileSync(kept, 'utf8')).toBe('before');
    expect(desk.bugs).toEqual([]);
  });

  it('runs one at a time', async () => {
    const file = join(dirname(folder.file), 'a.csv');
    await desk.call('store.export', { what: 'customers', file, actor: '' });
    await expect(desk.call('store.export', { what: 'devices', file, actor: '' })).rejects.toMatchObject({
      code: 'refused',
    });
  });
});

describe('an export that did not come to its end', () => {
  it('leaves nothing where its name is taken by a folder, and says so', async () => {
    await fill();
    const file = join(dirname(folder.file), 'taken');
    mkdirSync(join(file, 'inside'), { recursive: true });
    const { outcome } = await exportTo('customers', file).catch(() => {
      throw new Error('It must tell how it ended.');
    });
    expect(outcome).toMatchObject({ result: 'failed', reason: 'nameTaken' });
    expect(readdirSync(dirname(folder.file)).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('is removed at the next start after the program was killed', async () => {
    const unfinished = join(dirname(folder.file), 'out.csv.resetdesk-part');
    writeFileSync(unfinished, 'Anna');
    await desk.close();
    const connection = await connect(folder.file, testKey, { mustExist: true });
    connection.prepare(`insert into desk_state (name, value) values ('exportFile', ?)`).run([unfinished]);
    connection.close();
    desk = await openTestDesk(folder.file);
    expect(existsSync(unfinished)).toBe(false);
  });
});

describe("the desk's log", () => {
  it('is counted, checked, and read in part', async () => {
    await exportTo('customers');
    await exportTo('devices');
    const { entries, ...rest } = await desk.call('desk.getLog', { limit: 1 });
    expect([entries.length, rest]).toEqual([1, { count: 2, brokenAt: null }]);
    const connection = await connect(folder.file, testKey, { mustExist: true });
    connection.exec(
      `drop trigger desk_log_never_changes; update desk_log set actor = 'Bo' where sequence = 1`,
    );
    connection.close();
    expect(await desk.call('desk.getLog', { limit: 1 })).toMatchObject({ brokenAt: 1 });
  });
});
