import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupFolderOf } from '../../store/sqlite/backup-files.ts';
import { makeBackup } from '../../store/sqlite/make-backup.ts';
import { withConnection } from '../../store/sqlite/restore.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder, testKey } from '../test-desk.ts';
import { type Desk, type Forgery, forgeAndCheck, pickForgery } from './forger.ts';
import type { Target } from './trail-edits.ts';

const forgeries = 200;

let folder: ReturnType<typeof temporaryFolder>;
let aside: ReturnType<typeof temporaryFolder>;
let desk: Desk;

beforeAll(async () => {
  folder = temporaryFolder();
  aside = temporaryFolder();
  const open = await openTestDesk(folder.file);
  const targets: Target[] = [];
  for (let index = 0; index < 14; index += 1) targets.push(await makeTicket(open, index));
  await open.close();
  const olderCopy = join(dirname(aside.file), 'older.db');
  cpSync(folder.file, olderCopy);
  await workOn(targets.slice(6));
  await backUp();
  // A backup is a place for what is in it, so what came later is not among what is forged.
  await workOn(targets.slice(12));
  desk = { file: folder.file, targets: targets.slice(0, 12), olderCopy };
});

afterAll(() => {
  folder.remove();
  aside.remove();
});

async function makeTicket(open: TestDesk, index: number): Promise<Target> {
  const { ticket } = await open.call('ticket.open', { by: 'resetQr', scan: resetScan() });
  const ticketId = ticket.id;
  const name = `Customer ${index}`;
  const created = await open.call('customer.create', { ticketId, name, phones: [], emails: [] });
  await open.call('ticket.addNote', { ticketId, text: `Note ${index}` });
  return { ticketId, number: ticket.number, customerId: created.ticket.state.customerId ?? '' };
}

/** More of the same, as any later day brings it. */
async function workOn(targets: readonly Target[]): Promise<void> {
  const open = await openTestDesk(folder.file);
  for (const { ticketId } of targets) await open.call('ticket.addNote', { ticketId, text: 'Later.' });
  await open.call('store.noteCustomerData', { customerId: targets[0]?.customerId ?? '', actor: 'Ada' });
  await open.close();
}

async function backUp(): Promise<void> {
  const order = {
    folder: backupFolderOf(folder.file),
    keyHex: testKey,
    kind: 'daily',
    at: Date.now(),
  } as const;
  await withConnection(folder.file, testKey, (connection) => makeBackup(connection, order));
}

/** How the check must name it. A backup knows how a trail began, so it calls an inserted event a rewritten one. */
function nameOf({ edit, target, missed }: Forgery): object {
  const ofTicket = { kind: 'ticket', id: target.ticketId, number: target.number };
  switch (edit) {
    case 'deleteTicket':
      return { ...ofTicket, what: 'gone' };
    case 'dropLastEvent':
    case 'dropMiddleEvent':
      return {
        ...ofTicket,
        what: expect.stringMatching(missed === 'backups' ? /shortened|rewritten/ : /shortened/),
      };
    case 'insertEvent':
      return { ...ofTicket, what: missed === 'backups' ? 'rewritten' : 'lengthened' };
    case 'inventTicket':
      return expect.objectContaining({ kind: 'ticket', number: 9000, what: 'appeared' });
    case 'deleteDeskLog':
      return expect.objectContaining({ kind: 'desk', what: 'gone' });
    case 'deleteCustomerLog':
      return { kind: 'customer', id: target.customerId, number: null, what: 'gone' };
    default:
      return { ...ofTicket, what: 'rewritten' };
  }
}

describe('a forger with the key who recomputes every chain and leaves one head as it was', () => {
  it('is found in none of what was recorded', async () => {
    const check = await forgeAndCheck(desk, null, 0);
    expect(check).toMatchObject({ finding: 'whole', forged: [], isMoreForged: false, missingEntries: 0 });
  });

  it(`is found every time, in ${forgeries} forgeries, and each trail is named`, async () => {
    const missed = new Map<string, number>();
    for (let seed = 1; seed <= forgeries; seed += 1) {
      const forgery = pickForgery(desk, seed);
      const check = await forgeAndCheck(desk, forgery, seed);
      const label = `${seed} ${forgery.edit}, ${forgery.missed} left`;
      missed.set(forgery.missed, (missed.get(forgery.missed) ?? 0) + 1);
      expect(check.finding, label).toBe('histories');
      if (forgery.edit === 'rollBack') expectOlderTickets(check.forged, label);
      else {
        expect(check.forged, label).toContainEqual(nameOf(forgery));
        expect(check.isMoreForged, label).toBe(false);
      }
    }
    expect([...missed.keys()].sort()).toEqual(['backups', 'beside', 'database']);
  }, 120_000);
});

/** The second half of the tickets was worked on after the older copy was made, and backed up then. */
function expectOlderTickets(forged: readonly { number: number | null; what: string }[], label: string): void {
  for (const { number } of desk.targets.slice(6))
    expect(forged, label).toContainEqual(expect.objectContaining({ number, what: 'shortened' }));
}
