import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChainCheck, checkChains } from '../store/sqlite/chain-check.ts';
import { connect } from '../store/sqlite/connection.ts';
import { migrations } from '../store/sqlite/migrations/index.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

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

const backupFolder = () => join(dirname(folder.file), 'backups');
const stateOf = () => desk.call('safety.getState', {});
const aDayMs = 24 * 60 * 60 * 1000;

async function backUp() {
  await desk.call('safety.backUp', {});
  await desk.backend.maintenance.settle();
  return stateOf();
}

async function check() {
  await desk.call('safety.check', {});
  await desk.backend.maintenance.settle();
  return (await stateOf()).lastCheck;
}

describe('a backup', () => {
  it('is a whole database of the same key, with everything up to now', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    const { backups, backupFailure } = await backUp();
    expect(backupFailure).toBeNull();
    expect(backups).toEqual([expect.objectContaining({ kind: 'manual' })]);
    const copy = await openSqliteStore(join(backupFolder(), backups[0]?.name ?? ''), testKey);
    const found = await copy.transact(({ tickets }) => tickets.find(ticket.id));
    expect(found?.number).toBe(ticket.number);
    await copy.close();
  });

  it('tells the windows when it begins and when it is there', async () => {
    await backUp();
    const states = desk.announced.flatMap((event) =>
      event.name === 'safety.changed' ? [event.payload] : [],
    );
    expect(states.map(({ isBackingUp, backups }) => [isBackingUp, backups.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it('has no plaintext and leaves no half file', async () => {
    await backUp();
    const [name = '', ...others] = readdirSync(backupFolder());
    expect(others).toEqual([]);
    expect(readFileSync(join(backupFolder(), name)).includes('SQLite format 3')).toBe(false);
  });

  it('clears away what an interrupted one left', async () => {
    mkdirSync(backupFolder());
    writeFileSync(join(backupFolder(), 'resetdesk-20200101-000000-daily.db.part'), 'half');
    await backUp();
    expect(readdirSync(backupFolder()).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('says why it failed, keeps the earlier ones, and is forgotten once one succeeds', async () => {
    writeFileSync(backupFolder(), 'a file where the folder belongs');
    expect((await backUp()).backupFailure).toMatchObject({ reason: 'unknown' });
    rmSync(backupFolder());
    expect((await backUp()).backupFailure).toBeNull();
  });

  it('of a damaged database is not made', async () => {
    for (let index = 0; index < 40; index += 1)
      await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    await desk.close();
    const bytes = readFileSync(folder.file);
    for (let page = 30; page < 40; page += 1) bytes[page * 4096 + 100] = (bytes[page * 4096 + 100] ?? 0) ^ 1;
    writeFileSync(folder.file, bytes);
    desk = await openTestDesk(folder.file);
    const { backups, backupFailure } = await backUp();
    expect([backups, backupFailure?.reason]).toEqual([[], 'damaged']);
    expect(await check()).toMatchObject({ finding: 'pages' });
  });
});

describe('every day', () => {
  it('one backup and one check are made, however often it is looked', async () => {
    const look = async () => {
      desk.backend.maintenance.startWhatIsDue();
      await desk.backend.maintenance.settle();
    };
    await look();
    const first = await stateOf();
    await look();
    expect((await stateOf()).lastCheck).toEqual(first.lastCheck);
    desk.wait(aDayMs);
    await look();
    const { backups, lastCheck } = await stateOf();
    expect(backups.map(({ kind }) => kind)).toEqual(['daily', 'daily']);
    expect((lastCheck?.at ?? 0) - (first.lastCheck?.at ?? 0)).toBeGreaterThanOrEqual(aDayMs);
  });
});

describe('a check', () => {
  it('finds a whole database whole, and is still known after a restart', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    const found = await check();
    expect(found).toMatchObject({
      finding: 'whole',
      verifiedEvents: ticket.history.length,
      brokenTickets: [],
      brokenRecords: [],
    });
    await desk.close();
    desk = await openTestDesk(folder.file);
    expect((await stateOf()).lastCheck).toEqual(found);
  });

  it('names the ticket whose history was changed from outside', async () => {
    for (let index = 0; index < 3; index += 1)
      await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    await desk.close();
    const connection = await connect(folder.file, testKey, { mustExist: true });
    connection.exec('drop trigger ticket_events_never_change');
    connection.exec(
      `update ticket_events set actor = 'Somebody else' where sequence = 1
        and ticket_id = (select id from tickets where number = 2)`,
    );
    connection.close();
    desk = await openTestDesk(folder.file);
    expect(await check()).toMatchObject({ finding: 'histories', brokenTickets: [2] });
  });

  it.each([
    ['log', "update record_log set actor = 'Somebody else' where kind = 'customer'"],
    ['former data', "update record_details set details = '{}' where kind = 'customer'"],
  ])('names the customer whose %s was changed from outside', async (_, statement) => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const customer = { ticketId: ticket.id, name: 'Anna', phones: [], emails: [] };
    const created = await desk.call('customer.create', customer);
    await desk.close();
    const connection = await connect(folder.file, testKey, { mustExist: true });
    connection.exec('drop trigger record_log_never_changes');
    connection.exec(statement);
    connection.close();
    desk = await openTestDesk(folder.file);
    expect(await check()).toMatchObject({
      finding: 'histories',
      brokenTickets: [],
      brokenRecords: [{ kind: 'customer', id: created.ticket.customer?.id }],
    });
  });

  it('goes on where it stopped, from the tickets to the other records', async () => {
    for (const name of ['Anna', 'Ben']) {
      const { ticket } = await desk.call('ticket.open', { by: 'hand' });
      await desk.call('customer.create', { ticketId: ticket.id, name, phones: [], emails: [] });
    }
    const connection = await connect(folder.file, testKey, { mustExist: true });
    const whole = checkChains(connection, null, Number.POSITIVE_INFINITY);
    let verified = 0;
    let after: string | null = null;
    do {
      const part: ChainCheck = checkChains(connection, after, 1);
      verified += part.verifiedEvents;
      after = part.stoppedAfter;
    } while (after !== null);
    connection.close();
    expect(whole).toMatchObject({ brokenTickets: [], brokenRecords: [], stoppedAfter: null });
    expect(verified).toBe(whole.verifiedEvents);
  });
});

describe('before an update of the tables', () => {
  it('a backup is made, also where no window is open yet', async () => {
    const old = join(dirname(folder.file), 'old.db');
    const first = Object.fromEntries(Object.entries(migrations).slice(0, 1));
    await (await openSqliteStore(old, testKey, first)).close();
    expect(existsSync(backupFolder())).toBe(false);
    await (await openSqliteStore(old, testKey)).close();
    await (await openSqliteStore(old, testKey)).close();
    expect(readdirSync(backupFolder())).toEqual([expect.stringMatching(/-beforeUpdate\.db$/)]);
  });
});
