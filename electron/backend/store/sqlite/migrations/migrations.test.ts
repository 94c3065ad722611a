import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { laneView } from '../../../../../core/queue/view.ts';
import { openTestDesk, temporaryFolder, testKey } from '../../../testing/test-desk.ts';
import { type Connection, configure, connect } from '../connection.ts';
import { ResetDeskSqliteDialect } from '../dialect.ts';
import { migrate } from '../migrate.ts';
import { migrations } from './index.ts';

const id = (number: number) => `0190a0a0-0000-7000-8000-${number.toString().padStart(12, '0')}`;

/** The state as the first release stored it. */
const oldState = {
  playbookId: 'dahua-dmss',
  playbookVersion: 1,
  stepId: 'ownership',
  passedSteps: [],
  status: 'open',
  outcome: null,
  customerId: id(1),
  deviceId: id(2),
  evidence: [],
  isOwnershipConfirmed: false,
  currentFingerprint: null,
  codesRequestedByFingerprint: {},
  request: null,
  wrongCodesInARow: 0,
  lockedUntil: null,
};

const oldEvent = { type: 'ticketOpened', playbookId: 'dahua-dmss', playbookVersion: 1, stepId: 'ownership' };

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A database as an earlier version left it. */
async function makeOldDatabase(upTo: string, fill: (connection: Connection) => void): Promise<void> {
  const connection = await connect(folder.file, testKey, { mustExist: false });
  configure(connection);
  const db = new Kysely<unknown>({ dialect: new ResetDeskSqliteDialect(connection) });
  await migrate(db, Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= upTo)));
  fill(connection);
  connection.close();
}

function fillFirstRelease(connection: Connection): void {
  const run = (sql: string, ...values: readonly unknown[]) => connection.prepare(sql).run(values);
  run(
    `insert into customers values (?, 'Zoë Łoś', '0171 555-12', 'zoe@los.example', 'zoe los 017155512', 3, 1, 5, 6)`,
    id(1),
  );
  run(`insert into customers values (?, 'Ole', '', '', 'ole', 1, 2, 5, 6)`, id(5));
  run(
    `insert into devices values (?, '4G0A1B2PAZ', 'recorder', 'XVR5116', ?, '4g0a1b2paz xvr5116', 1, 3, 5, 6)`,
    id(2),
    id(1),
  );
  const ticket = `insert into tickets values (?, ?, 'dahua-dmss', ?, ?, 'ownership', ?, ?, ?, null, null, ?, 1, ?, 5, 7)`;
  run(ticket, id(3), 1, 'open', 'now', null, id(1), id(2), JSON.stringify(oldState), 4);
  const closed = { ...oldState, status: 'closed', outcome: 'referred' };
  run(ticket, id(4), 2, 'closed', 'closed', 'referred', id(1), id(2), JSON.stringify(closed), 5);
  for (const ticketId of [id(3), id(4)])
    run(`insert into ticket_events values (?, 1, 5, 'Ada', ?, '00')`, ticketId, JSON.stringify(oldEvent));
  const note = JSON.stringify({ type: 'noteAdded', text: 'The postbox is gone.' });
  run(`insert into ticket_events values (?, 2, 6, 'Ada', ?, '00')`, id(3), note);
  connection.exec(`update sequences set value = case name when 'ticket' then 2 else 5 end`);
}

describe('a database of the first release', () => {
  it('has everything it had, with lists of phones and mails, and tickets that belong to nobody', async () => {
    await makeOldDatabase('0002-scan-crops', fillFirstRelease);
    const desk = await openTestDesk(folder.file);
    while (await desk.backend.maintenance.renewSearch()) expect(desk.bugs).toEqual([]);
    const { ticket } = await desk.call('ticket.get', { ticketId: id(3) });
    expect(ticket).toMatchObject({
      number: 1,
      state: { assignee: null, priority: 'normal', tags: [], failureReason: null },
      customer: {
        name: 'Zoë Łoś',
        phones: ['0171 555-12'],
        emails: ['zoe@los.example'],
        language: null,
        notes: '',
        version: 3,
      },
      device: { vendorFamily: null, generation: null, siteId: null },
      site: null,
    });
    expect(ticket.history).toMatchObject([{ event: oldEvent }, { event: { type: 'noteAdded' } }]);
    const { customers } = await desk.call('customer.search', { text: 'ole', limit: 5 });
    expect(customers).toMatchObject([{ phones: [], emails: [] }]);
    const { rows, counts } = await desk.call('ticket.list', {
      lane: 'closed',
      search: '',
      limit: 5,
      after: null,
    });
    expect(rows).toMatchObject([
      { number: 2, customerPhone: '0171 555-12', priority: 'normal', tags: [], failureReason: null },
    ]);
    expect(counts).toEqual({ now: 1, waiting: 0, closed: 1, unassigned: 1 });
    const groups = ['customers', 'devices', 'tickets', 'notes'] as const;
    const found = async (text: string) => {
      const answer = await desk.call('desk.search', { text, groups: [...groups], limit: 5 });
      return groups.map((asked) => answer.groups.find(({ group }) => group === asked)?.hits.length);
    };
    expect(await found('los')).toEqual([1, 0, 2, 0]);
    expect(await found('a1b2')).toEqual([0, 1, 2, 0]);
    expect(await found('postbox')).toEqual([0, 0, 0, 1]);
    await desk.call('ticket.assign', { ticketId: id(3), assignee: 'Ada' });
    expect((await desk.call('ticket.open', { by: 'hand' })).ticket.number).toBe(3);
    await desk.close();
    expect(desk.bugs).toEqual([]);
  });
});

describe('a queue of before the order of work', () => {
  it('has what is due first, then what is at hand, then what waits, and saved views that show what they showed', async () => {
    const views = [
      { lane: 'waiting', sort: 'nextEvent', isReversed: false, filter: { text: '', phases: [] } },
      { lane: 'closed', sort: 'nextEvent', isReversed: false, filter: { text: 'x' } },
    ];
    await makeOldDatabase('0020-search-keys', (connection) => {
      const insert = connection.prepare(
        `insert into tickets (id, number, playbook_id, status, lane, step_id, state, version, change_seq, created_at, updated_at,
          next_event_at, next_event_kind) values (?, ?, 'dahua-dmss', 'open', ?, 'ownership', ?, 1, ?, 5, ?, ?, ?)`,
      );
      const open = { ...oldState, deviceId: null, customerId: null };
      const state = JSON.stringify(open);
      const soon = Date.now() + 1_800_000;
      const codeValidUntil = soon + 600_000;
      const request = { channel: 'dmss', fingerprint: 'a', submittedAt: 5, codeArrivedAt: 6, codeValidUntil };
      const withCode = JSON.stringify({ ...open, request });
      insert.run([id(1), 1, 'waiting', state, 1, 10, 50, 'codeOverdue']);
      insert.run([id(2), 2, 'now', state, 2, 30, null, null]);
      insert.run([id(3), 3, 'now', state, 3, 20, 40, 'lockEnds']);
      insert.run([id(4), 4, 'now', state, 4, 20, null, null]);
      insert.run([id(5), 5, 'waiting', state, 5, 1, soon, 'codeOverdue']);
      insert.run([id(6), 6, 'now', withCode, 6, 1, soon, 'reminder']);
      insert.run([id(7), 7, 'now', withCode, 7, 1, soon, 'lockEnds']);
      // All of before has been told, so the clock places none of them again.
      connection.exec(`insert into ticket_alarms
        select id, next_event_kind, next_event_at, 6, 6 from tickets where next_event_at < 100`);
      const view = connection.prepare('insert into saved_views values (?, ?, ?, ?)');
      for (const [index, stored] of views.entries())
        view.run([id(10 + index), `View ${index}`, JSON.stringify(stored), index]);
    });
    const desk = await openTestDesk(folder.file);
    const part = { from: null, direction: 'forward', skip: 0, limit: 9 } as const;
    const { rows } = await desk.call('queue.page', { view: laneView('open'), ...part });
    expect(rows.map(({ number }) => number)).toEqual([3, 1, 6, 4, 2, 5, 7]);
    const saved = (await desk.call('view.list', {})).views.map(({ view }) => view);
    expect(saved).toMatchObject([
      { lane: 'open', sort: 'next', filter: { stages: ['waiting'] } },
      { lane: 'closed', sort: 'changed', filter: { stages: [], text: 'x' } },
    ]);
    await desk.close();
    expect(desk.bugs).toEqual([]);
  });
});
