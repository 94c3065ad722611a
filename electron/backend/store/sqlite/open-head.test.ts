import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { emptySketch } from '../../../../core/evidence/trail-sketch.ts';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../../testing/test-desk.ts';
import { runJob } from '../../upkeep/jobs.ts';
import { backupFolderOf } from './backup-files.ts';
import { connect } from './connection.ts';
import { checkEvidence, isWellKept } from './evidence-check.ts';
import { HeadFile, headFileOf, readHeadNote } from './head-file.ts';
import { openHead } from './open-head.ts';
import { rescueDatabase } from './open-sqlite-store.ts';
import { rekeyDatabase, restoreBackup, withConnection } from './restore.ts';

const otherKey = 'ee'.repeat(32);
const act = { at: Date.UTC(2026, 10, 25, 22, 17, 6), actor: 'Ada' };

let folder: ReturnType<typeof temporaryFolder>;
let desks: TestDesk[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  desks = [];
});
afterEach(async () => {
  for (const desk of desks) await desk.close();
  folder.remove();
});

async function open(): Promise<TestDesk> {
  const desk = await openTestDesk(folder.file);
  desks.push(desk);
  return desk;
}

/** Works at the desk, and leaves it in good order or as a killed program does. */
async function work(notes: number): Promise<void> {
  const desk = await open();
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  for (let note = 0; note < notes; note += 1)
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: `Note ${note}` });
  await desk.close();
}

/** What a check right after opening finds, and what the desk's log says, newest first. */
async function lookThrough() {
  const desk = await open();
  await desk.call('safety.check', {});
  await desk.backend.maintenance.settle();
  const { lastCheck } = await desk.call('safety.getState', {});
  const { entries } = await desk.call('desk.getLog', { limit: 10 });
  await desk.close();
  return { check: lastCheck, log: entries.map(({ actor, entry }) => ({ actor, ...entry })) };
}

const whole = { finding: 'whole', forged: [], isMoreForged: false, missingEntries: 0 };

describe('the head of the records', () => {
  it('finds nothing in work, erasing, demo data and removal', async () => {
    const desk = await open();
    await desk.call('demo.add', { language: 'en' });
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const made = await desk.call('customer.create', {
      ticketId: ticket.id,
      name: 'M',
      phones: [],
      emails: [],
    });
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Calls again.' });
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    await desk.call('customer.erase', {
      customerId: made.ticket.state.customerId ?? '',
      nameInstead: 'Erased customer',
    });
    await desk.call('demo.remove', {});
    await desk.close();
    expect((await lookThrough()).check).toMatchObject(whole);
  });

  it.each(['before', 'after'] as const)(
    'fits a program that was killed %s a change was durable',
    async (when) => {
      await work(1);
      const note = readHeadNote(headFileOf(folder.file), testKey);
      if (typeof note === 'string') throw new Error('There is no head.');
      const other = { serial: note.next.serial + (when === 'before' ? 1 : -1), sketch: emptySketch() };
      const file = HeadFile.open(headFileOf(folder.file), testKey);
      const [current, next] = when === 'before' ? [note.next, other] : [other, note.next];
      file.write({ ...note, current, next });
      file.close();
      await work(1);
      expect((await lookThrough()).check).toMatchObject(whole);
    },
  );

  it('says how much an older copy lacks, and which tickets, and goes on counting', async () => {
    await work(1);
    const copy = `${folder.file}.copy`;
    copyFileSync(folder.file, copy);
    await work(2);
    renameSync(copy, folder.file);
    const { check, log } = await lookThrough();
    expect(check).toMatchObject({ finding: 'histories', missingEntries: 4 });
    expect(check?.forged).toContainEqual(
      expect.objectContaining({ kind: 'ticket', number: 2, what: 'gone' }),
    );
    expect(log[0]).toMatchObject({ type: 'forgeryFound', ticketNumbers: [2] });
    await work(1);
    // The number was given again: the one that is gone is still told.
    expect((await lookThrough()).check?.forged).toContainEqual(
      expect.objectContaining({ number: 2, what: 'gone' }),
    );
  });

  it('counts from now on once the agent has accepted it, which the log says', async () => {
    await work(1);
    const copy = `${folder.file}.copy`;
    copyFileSync(folder.file, copy);
    await work(2);
    renameSync(copy, folder.file);
    const desk = await open();
    await desk.call('safety.acceptRecords', {});
    await desk.close();
    await work(1);
    const { check, log } = await lookThrough();
    expect(check).toMatchObject(whole);
    expect(log).toContainEqual({
      actor: 'Test agent',
      type: 'recordsAccepted',
      leftBehind: { after: 0, before: expect.any(Number) },
    });
  });

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['unreadable', (file: string) => writeFileSync(file, readFileSync(file).fill(1))],
  ] as const)('is made anew when the file beside is %s, and the log says so', async (cause, spoil) => {
    await work(1);
    spoil(headFileOf(folder.file));
    const { check, log } = await lookThrough();
    expect(check).toMatchObject(whole);
    expect(log).toEqual([{ actor: 'ResetDesk', type: 'headRenewed', cause, entries: 3 }]);
  });

  it('is not one that somebody without the key has made', async () => {
    await work(1);
    const note = readHeadNote(headFileOf(folder.file), testKey);
    if (typeof note === 'string') throw new Error('There is no head.');
    rmSync(headFileOf(folder.file));
    const file = HeadFile.open(headFileOf(folder.file), otherKey);
    file.write(note);
    file.close();
    expect((await lookThrough()).log).toContainEqual(expect.objectContaining({ cause: 'unreadable' }));
  });
});

describe('records that are exchanged by the program', () => {
  async function backUp(): Promise<string> {
    const desk = await open();
    await desk.call('safety.backUp', {});
    await desk.backend.maintenance.settle();
    const { backups } = await desk.call('safety.getState', {});
    await desk.close();
    return join(backupFolderOf(folder.file), backups[0]?.name ?? '');
  }

  it('are whole after a restore, which the log has with who did it', async () => {
    await work(1);
    const backup = await backUp();
    await work(2);
    await restoreBackup(folder.file, backup, { keyHex: testKey, formerKeys: [] }, act);
    const { check, log } = await lookThrough();
    expect(check).toMatchObject(whole);
    expect(log[0]).toMatchObject({ actor: 'Ada', type: 'recordsRestored', madeAt: expect.any(Number) });
    await work(1);
    expect((await lookThrough()).check).toMatchObject(whole);
  });

  it('are whole after a restore, though the clock was a year ahead when a later backup was made', async () => {
    const year = 365 * 24 * 60 * 60 * 1000;
    await work(1);
    const backup = await backUp();
    const desk = await open();
    desk.wait(year);
    await desk.call('ticket.open', { by: 'hand' });
    await desk.call('safety.backUp', {});
    await desk.backend.maintenance.settle();
    desk.setClock(-year);
    await desk.call('clock.adopt', {});
    await desk.close();
    await restoreBackup(folder.file, backup, { keyHex: testKey, formerKeys: [] }, act);
    expect((await lookThrough()).check).toMatchObject(whole);
  });

  it('are whole when others write while the heads are read', async () => {
    await work(1);
    const [reader, writer] = [
      await connect(folder.file, testKey, { mustExist: true }),
      await connect(folder.file, testKey, { mustExist: true }),
    ];
    const { keeper } = openHead(writer, { file: folder.file, keyHex: testKey, mainVersion: null });
    const write = (sequence: number) => {
      writer.exec('begin');
      keeper.begin();
      writer
        .prepare(`insert into desk_log (sequence, at, actor, entry, hash) values (?, 1, 'x', '{}', ?)`)
        .run([sequence, 'ab'.repeat(32)]);
      keeper.settle();
      writer.exec('commit');
      keeper.committed();
    };
    const prepare = reader.prepare.bind(reader);
    let writes = 0;
    vi.spyOn(reader, 'prepare').mockImplementation((text: string) => {
      const statement = prepare(text);
      if (!text.includes('from records_head where') || writes > 0) return statement;
      const get = statement.get.bind(statement);
      statement.get = (...values) => {
        const row = get(...values);
        for (; writes < 3; writes += 1) write(writes + 1);
        return row;
      };
      return statement;
    });
    const evidence = await checkEvidence(reader, folder.file, testKey);
    keeper.close();
    for (const connection of [reader, writer]) connection.close();
    expect(writes).toBe(3);
    expect(isWellKept(evidence)).toBe(true);
  });

  it('are whole after a rescue', async () => {
    await work(1);
    await backUp();
    await rescueDatabase(folder.file, testKey, act);
    const { check, log } = await lookThrough();
    expect(check).toMatchObject(whole);
    expect(log[0]).toMatchObject({ actor: 'Ada', type: 'recordsRescued', tickets: 1 });
  });

  it('are whole with another key, and the head knows them by it', async () => {
    await work(1);
    await rekeyDatabase(folder.file, testKey, otherKey);
    expect(readHeadNote(headFileOf(folder.file), otherKey)).toMatchObject({
      next: { sketch: { entries: 3 } },
    });
    await rekeyDatabase(folder.file, otherKey, testKey);
    const { check, log } = await lookThrough();
    expect([check?.finding, log]).toEqual(['whole', []]);
  });
});

describe('rows that this program can not have written', () => {
  it.each([
    [
      'an entry of no kind',
      `insert into desk_log (sequence, at, actor, entry, hash) values (1, 1, 'x', '{"type":"x"}', '${'ab'.repeat(32)}')`,
    ],
    [
      'a trail of nobody',
      `insert into ticket_events (ticket_id, sequence, at, actor, event, hash)
       values ('nobody', 1, 1, 'x', '{}', '${'ab'.repeat(32)}')`,
    ],
  ])('are found by the check: %s', async (_, statement) => {
    await work(1);
    await withConnection(folder.file, testKey, (connection) => {
      connection.pragma('foreign_keys = OFF');
      connection.exec(statement);
    });
    const result = await runJob({ type: 'check', file: folder.file, keyHex: testKey, at: 1, after: null });
    expect(result).toMatchObject({ check: { result: { finding: 'histories' } } });
  });
});

describe('an older file beside a newer log', () => {
  it('is not opened, and both stay as they are', async () => {
    await work(1);
    const older = `${folder.file}.copy`;
    copyFileSync(folder.file, older);
    await work(2);
    // A program that was killed leaves its log.
    const desk = await open();
    await desk.call('ticket.open', { by: 'hand' });
    const log = readFileSync(`${folder.file}-wal`);
    await desk.close();
    renameSync(older, folder.file);
    writeFileSync(`${folder.file}-wal`, log);
    const failure = await openTestDesk(folder.file).catch((error: unknown) => error);
    expect(failure instanceof CallError && storeFailureOf(failure)).toBe('mixed');
    expect(existsSync(`${folder.file}-wal`)).toBe(true);
    expect(readFileSync(`${folder.file}-wal`).equals(log)).toBe(true);
  });
});

describe('the log of the latest changes', () => {
  it('keeps nothing of a customer who was erased while the program runs', async () => {
    const desk = await open();
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const made = await desk.call('customer.create', {
      ticketId: ticket.id,
      name: 'M',
      phones: [],
      emails: [],
    });
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    expect(readFileSync(`${folder.file}-wal`).length).toBeGreaterThan(0);
    await desk.call('customer.erase', {
      customerId: made.ticket.state.customerId ?? '',
      nameInstead: 'Erased customer',
    });
    expect(readFileSync(`${folder.file}-wal`)).toHaveLength(0);
  });
});

describe('the name that acts', () => {
  it('is an entry of the log when it changes, and not before', async () => {
    const desk = await open();
    await desk.call('ticket.open', { by: 'hand' });
    await desk.call('store.noteAgent', { actor: 'Test agent' });
    expect((await desk.call('desk.getLog', { limit: 10 })).entries).toEqual([]);
    await desk.call('store.noteAgent', { actor: 'Bo' });
    const { entries } = await desk.call('desk.getLog', { limit: 10 });
    expect(entries).toMatchObject([{ actor: 'Bo', entry: { type: 'agentRenamed', former: 'Test agent' } }]);
  });
});
