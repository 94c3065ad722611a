import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CallName } from '../../../core/contract/contract.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { openTestDesk, resetScan, type TestDesk } from './test-desk.ts';

/** What a command finds when it is given. */
export type Scene = {
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
export const scenarios: Readonly<Partial<Record<CallName, Scenario>>> = {
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

const serial = (text: string) => ({ by: 'serial', serial: text, deviceKind: 'recorder', model: '' }) as const;

const otherPlaybook = { ...smallPlaybook, id: 'other', title: { en: 'Other' } };

/** A desk that also has a procedure of the supervisor's. */
export async function openSceneDesk(file: string): Promise<TestDesk> {
  const playbooks = join(dirname(file), 'playbooks');
  await mkdir(playbooks);
  await writeFile(join(playbooks, 'other.json'), JSON.stringify(otherPlaybook));
  const desk = await openTestDesk(file);
  await desk.approveProcedures();
  return desk;
}

export async function makeScene(desk: TestDesk): Promise<Scene> {
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
