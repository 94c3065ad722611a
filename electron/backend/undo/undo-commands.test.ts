import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import en from '../../../assets/locales/en/undo.json' with { type: 'json' };
import es from '../../../assets/locales/es/undo.json' with { type: 'json' };
import { type CallName, contract } from '../../../core/contract/contract.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { timersOf } from '../../../core/ticket/timers.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

/** Commands that change no ticket, customer, device or site, each with why undo passes over it. */
const leftAlone = {
  'alarm.dismiss': 'the agent has seen it',
  'attachment.add': 'removed where it is',
  'attachment.remove': 'the content is gone, as was wanted',
  'clock.adopt': 'the computer was right; what it moved is in each trail',
  'customer.erase': 'nothing of the person may come back',
  'demo.add': 'removed by demo.remove',
  'demo.remove': 'added anew by demo.add',
  'desk.redo': 'undone by undo',
  'desk.setLastTicket': 'where the agent is',
  'desk.undo': 'undone by redo',
  'desk.updateSettings': 'settings are changed back where they are',
  'draft.put': 'typing has the undo of its field',
  'import.putAway': 'forgets a file that was read',
  'safety.acceptRecords': 'the agent says so, and the log keeps that it was said',
  'playbook.decide': 'decided anew where it is',
  'safety.backUp': 'makes a file',
  'safety.check': 'only reads',
  'template.remove': 'a shipped message comes back, an own one is asked about',
  'template.save': 'typing has the undo of its field',
  'transfer.cancel': 'only stops what is running',
  'words.allow': 'held in memory only',
  'view.create': 'a view is deleted where it is',
  'view.move': 'a view is moved back where it is',
  'view.remove': 'has an undo of its own beside it',
  'view.rename': 'a view is renamed where it is',
} as const satisfies Partial<Record<CallName, string>>;

type Scene = {
  readonly desk: TestDesk;
  readonly ticket: TicketDetails;
  /** Another customer, with a device and a ticket. */
  readonly other: { readonly customerId: string; readonly deviceId: string; readonly ticketId: string };
};
type Scenario = {
  /** What has to be before the command. */
  readonly first?: (scene: Scene) => Promise<unknown>;
  readonly run: (scene: Scene) => Promise<unknown>;
};

const remind = ({ desk, ticket }: Scene) => desk.call('ticket.remind', { ticketId: ticket.id, minutes: 30 });
const close = ({ desk, ticket }: Scene) =>
  desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned', failureReason: 'customerLeft' });
const answer = async ({ desk, ticket: { id: ticketId } }: Scene, answerId: string) => {
  const { stepId } = (await desk.call('ticket.get', { ticketId })).ticket.state;
  const evidence = ['atDevice' as const];
  return desk.call('ticket.answerStep', { ticketId, stepId, answerId, evidence, mailAddress: null });
};
const siteOf = async ({ desk, other }: Scene) =>
  (await desk.call('site.create', { customerId: other.customerId, name: 'Shop', address: '' })).site;
const deviceOf = async ({ desk, other }: Scene) =>
  (await desk.call('device.getPage', { deviceId: other.deviceId })).device;

/** Every command that an agent can give to a record. */
const scenarios: Readonly<Partial<Record<CallName, Scenario>>> = {
  'ticket.recordScan': {
    run: ({ desk, ticket }) => desk.call('ticket.recordScan', { ticketId: ticket.id, scan: resetScan() }),
  },
  'ticket.attachDevice': {
    run: ({ desk, ticket }) =>
      desk.call('ticket.attachDevice', {
        ticketId: ticket.id,
        serial: 'NEWSERIAL01',
        deviceKind: 'recorder',
        model: 'XVR',
      }),
  },
  'ticket.attachCustomer': {
    run: ({ desk, ticket, other }) =>
      desk.call('ticket.attachCustomer', { ticketId: ticket.id, customerId: other.customerId }),
  },
  'ticket.answerStep': { run: (scene) => answer(scene, 'shown') },
  'ticket.recordOwnership': {
    run: ({ desk, ticket }) =>
      desk.call('ticket.recordOwnership', { ticketId: ticket.id, evidence: ['atDevice'], ownEvidence: [] }),
  },
  'ticket.learn': {
    run: ({ desk, ticket }) =>
      desk.call('ticket.learn', { ticketId: ticket.id, learned: { mailbox: 'lost' } }),
  },
  'ticket.takeRoute': {
    run: ({ desk, ticket }) => desk.call('ticket.takeRoute', { ticketId: ticket.id, playbookId: 'other' }),
  },
  'ticket.reopenStep': {
    first: (scene) => answer(scene, 'shown'),
    run: ({ desk, ticket }) =>
      desk.call('ticket.reopenStep', { ticketId: ticket.id, stepId: ticket.state.stepId }),
  },
  'ticket.addNote': {
    run: ({ desk, ticket }) => desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Calls back.' }),
  },
  'ticket.close': { first: remind, run: close },
  'ticket.reopen': {
    first: close,
    run: ({ desk, ticket }) => desk.call('ticket.reopen', { ticketId: ticket.id }),
  },
  'ticket.recordFailureReason': {
    first: close,
    run: ({ desk, ticket }) =>
      desk.call('ticket.recordFailureReason', { ticketId: ticket.id, reason: 'otherDevice' }),
  },
  'ticket.assign': {
    run: ({ desk, ticket }) => desk.call('ticket.assign', { ticketId: ticket.id, assignee: 'Ada' }),
  },
  'ticket.setPriority': {
    run: ({ desk, ticket }) => desk.call('ticket.setPriority', { ticketId: ticket.id, priority: 'urgent' }),
  },
  'ticket.setTags': {
    run: ({ desk, ticket }) => desk.call('ticket.setTags', { ticketId: ticket.id, tags: ['shop'] }),
  },
  'ticket.remind': { run: remind },
  'ticket.awaitCallBack': {
    run: ({ desk, ticket }) => desk.call('ticket.awaitCallBack', { ticketId: ticket.id, minutes: 60 }),
  },
  'ticket.clearReminder': {
    first: remind,
    run: ({ desk, ticket }) => desk.call('ticket.clearReminder', { ticketId: ticket.id }),
  },
  'ticket.changeMany': {
    run: ({ desk, ticket, other }) =>
      desk.call('ticket.changeMany', {
        ticketIds: [ticket.id, other.ticketId],
        change: { kind: 'close', outcome: 'referred' },
      }),
  },
  'customer.create': {
    run: ({ desk, ticket }) =>
      desk.call('customer.create', { ticketId: ticket.id, name: 'Ben', phones: ['0171 55512'], emails: [] }),
  },
  'customer.update': {
    run: async ({ desk, other: { customerId } }) => {
      const { version } = (await desk.call('customer.getPage', { customerId })).customer;
      return desk.call('customer.update', { customerId, version, change: { notes: 'Rings twice.' } });
    },
  },
  'customer.merge': {
    first: ({ desk, ticket }) =>
      desk.call('customer.create', { ticketId: ticket.id, name: 'Ben', phones: [], emails: [] }),
    run: async ({ desk, ticket, other }) => {
      const { customer } = (await desk.call('ticket.get', { ticketId: ticket.id })).ticket;
      const pair = { keptId: other.customerId, otherId: customer?.id ?? '' };
      return desk.call('customer.merge', { ...pair, choices: { name: 'other' } });
    },
  },
  'site.create': { run: siteOf },
  'site.update': {
    first: siteOf,
    run: async ({ desk, other: { customerId } }) => {
      const site = (await desk.call('site.listOfCustomer', { customerId })).sites[0];
      if (site === undefined) throw new Error('The site is missing.');
      const { id: siteId, version } = site;
      return desk.call('site.update', { siteId, version, change: { address: 'Long Road 3' } });
    },
  },
  'device.update': {
    run: async (scene) => {
      const { id: deviceId, version } = await deviceOf(scene);
      return scene.desk.call('device.update', { deviceId, version, change: { model: 'NVR4108' } });
    },
  },
  'device.setOwner': {
    first: ({ desk, ticket }) =>
      desk.call('customer.create', { ticketId: ticket.id, name: 'Ben', phones: [], emails: [] }),
    run: async ({ desk, ticket, other: { deviceId } }) => {
      const { customer } = (await desk.call('ticket.get', { ticketId: ticket.id })).ticket;
      return desk.call('device.setOwner', { deviceId, customerId: customer?.id ?? '', reason: 'sold' });
    },
  },
  'device.merge': {
    // Two open tickets of one device cannot be.
    first: async ({ desk, ticket }) => {
      await desk.call('ticket.attachDevice', {
        ticketId: ticket.id,
        serial: 'SERIAL0OO2',
        deviceKind: 'recorder',
        model: 'XVR',
      });
      await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'referred' });
    },
    run: async ({ desk, ticket, other: { deviceId } }) => {
      const { device } = (await desk.call('ticket.get', { ticketId: ticket.id })).ticket;
      const pair = { keptId: deviceId, otherId: device?.id ?? '' };
      return desk.call('device.merge', { ...pair, choices: { model: 'other' } });
    },
  },
};

/** Undone as a whole; see import.test.ts. */
const proved = ['import.run'] as const satisfies readonly CallName[];

/** A ticket that is opened stays, as one opened by mistake: `undo.test.ts` tells what becomes of it. */
const opening = ['ticket.open', 'device.openTicket'] as const satisfies readonly CallName[];

const serial = (text: string) => ({ by: 'serial', serial: text, deviceKind: 'recorder', model: '' }) as const;

const otherPlaybook = { ...smallPlaybook, id: 'other', title: { en: 'Other' } };

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  const playbooks = join(dirname(folder.file), 'playbooks');
  await mkdir(playbooks);
  await writeFile(join(playbooks, 'other.json'), JSON.stringify(otherPlaybook));
  desk = await openTestDesk(folder.file);
  await desk.approveProcedures();
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

async function setUp(): Promise<Scene> {
  const { ticket: others } = await desk.call('ticket.open', serial('SERIAL0002'));
  const { ticket: named } = await desk.call('customer.create', {
    ticketId: others.id,
    name: 'Anna Kowalska',
    phones: ['030 123456'],
    emails: [],
  });
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  if (named.customer === null || named.device === null) throw new Error('The other customer is missing.');
  const other = { customerId: named.customer.id, deviceId: named.device.id, ticketId: others.id };
  return { desk, ticket, other };
}

/** All that an agent sees of the records, without the counts of changes and what a close forgets. */
async function snapshot({ ticket, other }: Scene) {
  const tickets = [];
  const nextAt: number[] = [];
  for (const ticketId of [ticket.id, other.ticketId]) {
    const {
      history: _history,
      version: _version,
      ...seen
    } = (await desk.call('ticket.get', { ticketId })).ticket;
    const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
    const { scans, otherTickets } = seen;
    tickets.push(withoutVersions({ ...seen, scans: ids(scans), otherTickets: ids(otherTickets) }));
    nextAt.push(...timersOf(seen.state, smallPlaybook).map(({ at }) => at));
  }
  // The alarms that are set are those that the state asks for.
  const alarms = await desk.call('alarm.list', {});
  expect(alarms.nextAt).toBe(nextAt.length === 0 ? null : Math.min(...nextAt));
  const found = await desk.call('desk.search', { text: 'calls back', groups: ['notes'], limit: 5 });
  const customers = await desk.call('customer.search', { text: '', limit: 20 });
  const devices = await desk.call('device.list', { text: '', limit: 20, after: null });
  const { sites } = await desk.call('site.listOfCustomer', { customerId: other.customerId });
  return {
    tickets,
    notes: found.groups.flatMap(({ hits }) => hits),
    records: [withoutVersions(customers), withoutVersions(devices), withoutVersions(sites)].map(sorted),
  };
}

function withoutVersions(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'version' ? undefined : part)));
}

/** Lists come in the order of the last change, which undo makes anew. */
function sorted(value: unknown): string[] {
  const lists = Array.isArray(value) ? value : Object.values(value ?? {}).flat();
  return lists.map((record) => JSON.stringify(record)).toSorted();
}

describe('every command of an agent', () => {
  it('is undoable, or there is a reason why not', () => {
    const commands = Object.entries(contract).flatMap(([name, endpoint]) =>
      endpoint.kind === 'command' && endpoint.host === 'backend' && endpoint.caller === 'renderer'
        ? [{ name, undoable: endpoint.undoable }]
        : [],
    );
    const namesOf = (undoable: boolean) =>
      commands.filter((each) => each.undoable === undoable).map(({ name }) => name);
    expect(namesOf(true).toSorted()).toEqual([...Object.keys(scenarios), ...opening, ...proved].toSorted());
    expect(namesOf(false).toSorted()).toEqual(Object.keys(leftAlone).toSorted());
  });

  it.each([...Object.keys(scenarios), ...opening, ...proved].filter((name) => name !== 'ticket.changeMany'))(
    '%s has words of its own',
    (name) => {
      const [group = '', verb = ''] = name.split('.');
      for (const { done } of [en, es]) expect(done).toHaveProperty([group, verb], expect.stringMatching(/./));
    },
  );

  it.each(Object.entries(scenarios))('%s is taken back and put back whole', async (_, { first, run }) => {
    const scene = await setUp();
    await first?.(scene);
    const before = await snapshot(scene);
    await run(scene);
    const after = await snapshot(scene);
    expect(after).not.toEqual(before);
    await desk.call('desk.undo', { commandId: null });
    expect(await snapshot(scene)).toEqual(before);
    await desk.call('desk.redo', { commandId: null });
    expect(await snapshot(scene)).toEqual(after);
  });
});
