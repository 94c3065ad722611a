import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { startChildBackend } from '../testing/child-backend.ts';
import { resetScan, temporaryFolder, testKey } from '../testing/test-desk.ts';

const realEntry = new URL('../index.ts', import.meta.url);
const testEntry = new URL('../testing/fixture-backend.ts', import.meta.url);
const firstPage = { lane: 'now' as const, search: '', limit: 50, after: null };

type ChildBackend = Awaited<ReturnType<typeof startChildBackend>>;

let folder: ReturnType<typeof temporaryFolder>;
let running: ChildBackend[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  running = [];
});
afterEach(async () => {
  for (const backend of running) await backend.kill();
  folder.remove();
});

async function start(entry = testEntry): Promise<ChildBackend> {
  const backend = await startChildBackend(entry);
  running.push(backend);
  return backend;
}

async function startAndOpen(): Promise<ChildBackend> {
  const backend = await start();
  await backend.shell.call('store.open', { file: folder.file, keyHex: testKey });
  return backend;
}

describe('the backend program', () => {
  it('starts with the playbooks the app ships, and answers before the database is open', async () => {
    const backend = await start(realEntry);
    const { playbooks } = await backend.client.call('playbook.list', {});
    expect(playbooks.map((playbook) => playbook.id)).toContain('dahua-dmss');
    await expect(backend.client.call('ticket.list', firstPage)).rejects.toMatchObject({
      code: 'store_locked',
    });
  });

  it('lets the shell alone open and close the database', async () => {
    const backend = await start();
    const input = { file: folder.file, keyHex: testKey };
    await expect(backend.client.call('store.open', input)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await backend.shell.call('store.open', input)).toEqual({});
    expect((await backend.client.call('ticket.list', firstPage)).rows).toEqual([]);
    expect(await backend.shell.call('store.close', {})).toEqual({});
    await expect(backend.client.call('ticket.list', firstPage)).rejects.toMatchObject({
      code: 'store_locked',
    });
  });

  it('answers in the order it is asked, also while the database is being opened', async () => {
    const backend = await start();
    const opening = backend.shell.call('store.open', { file: folder.file, keyHex: testKey });
    const listing = backend.client.call('ticket.list', firstPage);
    const closing = backend.shell.call('store.close', {});
    expect(await opening).toEqual({});
    expect((await listing).rows).toEqual([]);
    expect(await closing).toEqual({});
  });

  it('says why a database can not be opened, and stays locked', async () => {
    const backend = await startAndOpen();
    const opening = backend.shell.call('store.open', { file: folder.file, keyHex: 'ee'.repeat(32) });
    await expect(opening).rejects.toMatchObject({
      code: 'store_failed',
      message: expect.stringMatching(/^wrongKey /),
    });
    await expect(backend.client.call('ticket.list', firstPage)).rejects.toMatchObject({
      code: 'store_locked',
    });
  });

  it('answers unknown calls and tells changes to every window', async () => {
    const backend = await startAndOpen();
    expect(await backend.send('toString', {})).toMatchObject({ ok: false, error: { code: 'not_found' } });
    const { ticket } = await backend.client.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    expect(backend.events).toEqual([
      {
        name: 'record.changed',
        payload: expect.objectContaining({
          changes: expect.arrayContaining([{ kind: 'ticket', id: ticket.id, isGone: false, version: 2 }]),
        }),
      },
      { name: 'desk.commandRecorded', payload: expect.objectContaining({ name: 'ticket.open' }) },
    ]);
  });

  it('keeps histories whole that an agent signs whose name ends in half a character', async () => {
    const backend = await startAndOpen();
    const signed = { actor: 'Ada \ud83d' };
    const opened = await backend.send('ticket.open', { by: 'hand' }, signed);
    if (!opened.ok) throw new Error(opened.error.message);
    const { ticket } = opened.value as CallOutput<'ticket.open'>;
    await backend.send('ticket.addNote', { ticketId: ticket.id, text: 'Rings \ude00 back' }, signed);
    const { history } = (await backend.client.call('ticket.get', { ticketId: ticket.id })).ticket;
    expect(history.at(-1)).toMatchObject({
      actor: 'Ada \ufffd',
      event: { type: 'noteAdded', text: 'Rings \ufffd back' },
    });
    expect(await backend.client.call('audit.checkTicket', { ticketId: ticket.id })).toEqual({
      brokenAt: null,
    });
  });

  it('survives a message that is no call', async () => {
    const backend = await startAndOpen();
    backend.child.send({ type: 'nonsense' });
    expect((await backend.client.call('ticket.list', firstPage)).rows).toEqual([]);
  });

  it('ends by itself when main is gone', async () => {
    const backend = await startAndOpen();
    await backend.client.call('ticket.open', { by: 'hand' });
    expect(await backend.disconnect()).toBe(0);
  });
});

describe('a killed backend', () => {
  it('has every acknowledged ticket, numbers without holes, and whole histories', async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 1; round <= 3; round += 1) {
      const backend = await startAndOpen();
      const target = acknowledged.size + 15;
      const isEnough = new Promise<void>((resolve) => {
        const writeOn = async (): Promise<void> => {
          const answered = await backend.client.call('ticket.open', { by: 'resetQr', scan: resetScan() });
          acknowledged.set(answered.ticket.id, answered.ticket.number);
          if (acknowledged.size >= target) resolve();
          return writeOn();
        };
        // Two writers, so that a call is always under way when the process dies.
        void writeOn();
        void writeOn();
      });
      await isEnough;
      await backend.kill();
    }
    const backend = await startAndOpen();
    const { counts } = await backend.client.call('ticket.list', firstPage);
    expect(counts.now).toBeGreaterThanOrEqual(acknowledged.size);
    for (const [ticketId, number] of acknowledged) {
      const { ticket } = await backend.client.call('ticket.get', { ticketId });
      expect(ticket.number).toBe(number);
      expect(ticket.history.map((record) => record.event.type)).toEqual([
        'ticketOpened',
        'ticketAssigned',
        'scanRecorded',
      ]);
      expect(ticket.scans).toHaveLength(1);
    }
    const next = await backend.client.call('ticket.open', { by: 'hand' });
    expect(next.ticket.number).toBe(counts.now + 1);
  });

  it('carries out a command once that is sent to the next one with the same request id', async () => {
    const requestId = randomUUID();
    const input = { by: 'resetQr', scan: resetScan() };
    const first = await startAndOpen();
    const answered = await first.send('ticket.open', input, { requestId });
    await first.kill();
    const second = await startAndOpen();
    expect(await second.send('ticket.open', input, { requestId })).toEqual(answered);
    expect((await second.client.call('ticket.list', firstPage)).counts.now).toBe(1);
  });
});
