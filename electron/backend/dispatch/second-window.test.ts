import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallName } from '../../../core/contract/contract.ts';
import { contract } from '../../../core/contract/contract.ts';
import { findEndpoint } from '../../../core/contract/dispatch.ts';
import type { Endpoint, EventOf, Topic } from '../../../core/contract/endpoint.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { laneView } from '../../../core/queue/view.ts';
import { makeScene, openSceneDesk, type Scene, scenarios } from '../testing/agent-commands.ts';
import { resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

/** Later than whatever the scene has, epoch ms: the year 2100. */
const FAR_FUTURE = 4_102_444_800_000;

/** Queries of the windows that say what they read, each with something to ask about the scene. */
const questions: Readonly<Partial<Record<CallName, (scene: Scene) => object>>> = {
  'ticket.get': ({ ticket }) => ({ ticketId: ticket.id }),
  'ticket.listLabels': () => ({}),
  'queue.counts': () => ({}),
  'customer.search': () => ({ text: '', limit: 20 }),
  'customer.list': () => ({ text: '', limit: 20, after: null }),
  'customer.getPage': ({ other }) => ({ customerId: other.customerId }),
  'customer.findDoubles': ({ other }) => ({ customerId: other.customerId }),
  'customer.suggest': () => ({ name: 'Anna Kowalska', phones: [], emails: [] }),
  'customer.previewMerge': ({ other }) => ({ keptId: other.customerId, otherId: other.customerId }),
  'customer.previewErase': ({ other }) => ({ customerId: other.customerId }),
  'device.list': () => ({ text: '', limit: 20, after: null }),
  'device.listOfCustomer': ({ other }) => ({ customerId: other.customerId, limit: 20 }),
  'device.getPage': ({ other }) => ({ deviceId: other.deviceId }),
  'device.findLookAlikes': () => ({ serial: 'SERIAL0OO2' }),
  'device.suggest': () => ({ typed: 'SERIAL' }),
  'device.previewMerge': ({ other }) => ({ keptId: other.deviceId, otherId: other.deviceId }),
  'site.listOfCustomer': ({ other }) => ({ customerId: other.customerId }),
  'audit.checkTicket': ({ ticket }) => ({ ticketId: ticket.id }),
  'audit.getRecord': ({ other }) => ({ kind: 'device', id: other.deviceId }),
  'attachment.list': ({ ticket }) => ({ ticketId: ticket.id }),
  'alarm.list': () => ({}),
  'view.list': () => ({}),
  'template.list': () => ({}),
  'desk.getSettings': () => ({}),
  'desk.getLog': () => ({ limit: 50 }),
  'desk.search': () => ({ text: 'anna', groups: ['customers', 'devices', 'tickets', 'notes'], limit: 20 }),
  'dashboard.read': () => ({ bounds: [0, FAR_FUTURE] }),
  'demo.getState': () => ({}),
  'playbook.list': () => ({}),
  'playbook.listSources': () => ({}),
  'playbook.listContradictions': () => ({}),
  'retention.preview': () => ({
    customers: { months: 12, nameInstead: 'Erased' },
    attachments: { days: 30 },
  }),
};

/** Queries that a window asks again by itself, or whose answer it does not keep. */
const notKept: Readonly<Partial<Record<CallName, string>>> = {
  'record.listChanges': 'the feed itself',
  'ticket.list': 'asked by tests only',
  'ticket.checkFit': 'asked for each code or serial',
  'scan.getCrop': 'never changes while its ticket shows it',
  'queue.page': 'the list follows the feed by itself',
  'queue.walk': 'the list follows the feed by itself',
  'queue.listIds': 'asked when all are picked',
  'draft.list': 'half-typed text of the window that asks',
  'desk.getLastTicket': 'asked once, at the start',
  'desk.getUndoable': 'told by desk.commandRecorded',
  'playbook.find': 'a version never changes',
  'clock.getState': 'clock.changed is its new answer',
  'safety.getState': 'safety.changed is its new answer',
  'transfer.getState': 'transfer.stateChanged is its new answer',
  'import.readAgain': 'of a file',
  'import.check': 'of a file',
};

/** Commands after which no window shows anything else. */
const unseen: Readonly<Partial<Record<CallName, string>>> = {
  'clock.adopt': 'clock.test.ts: what it moves is in the trails of tickets, which are told',
  'desk.setLastTicket': 'where the agent is',
  'draft.put': 'half-typed text of this window',
  'import.putAway': 'forgets a file that was read',
  'safety.backUp': 'safety.changed tells it',
  'safety.check': 'safety.changed tells it',
  'transfer.cancel': 'transfer.stateChanged tells it',
  'words.allow': 'held in memory only',
};

const view = { name: 'Mine', view: laneView('closed'), index: null };
const makeView = async ({ desk }: Scene) => (await desk.call('view.create', view)).views;
const attach = async ({ desk, ticket }: Scene) => {
  const content = new TextEncoder().encode('bill');
  const input = { ticketId: ticket.id, name: 'bill.txt', content };
  return (await desk.call('attachment.add', input)).attachment.id;
};
const saveTemplate = async ({ desk }: Scene) => {
  const [shipped] = (await desk.call('template.list', {})).templates;
  if (shipped === undefined) throw new Error('There is no message.');
  const template = { ...shipped.template, id: 'our-own' };
  await desk.call('template.save', { template, version: 0 });
};
const addDemo = ({ desk }: Scene) => desk.call('demo.add', { language: 'en' });
const raiseAlarm = async ({ desk, ticket }: Scene) => {
  await desk.call('ticket.remind', { ticketId: ticket.id, minutes: 1 });
  desk.wait(120_000);
  await desk.backend.tick();
};

/** What an agent does that undo does not take back, or that is proved elsewhere to be. */
const others: typeof scenarios = {
  'ticket.open': {
    run: ({ desk }) => desk.call('ticket.open', { by: 'resetQr', scan: resetScan(), label: null }),
  },
  'device.openTicket': {
    first: ({ desk, other }) => desk.call('ticket.close', { ticketId: other.ticketId, outcome: 'referred' }),
    run: ({ desk, other }) => desk.call('device.openTicket', { deviceId: other.deviceId }),
  },
  'import.run': {
    run: async ({ desk }) => {
      const file = join(dirname(folder.file), 'list.csv');
      writeFileSync(file, 'Name,Phone,Serial\nAnna Berg,+49 171 5551234,7K0A1C9PAZ00042');
      const reading = await desk.call('store.readImport', { file });
      if (reading.result !== 'read') throw new Error(reading.refusal);
      const { importId, mapping } = reading.preview;
      return desk.call('import.run', { importId, mapping });
    },
  },
  'alarm.dismiss': {
    first: raiseAlarm,
    run: ({ desk, ticket }) => desk.call('alarm.dismiss', { ticketId: ticket.id }),
  },
  'attachment.add': { run: attach },
  'attachment.remove': {
    first: attach,
    run: async ({ desk, ticket }) => {
      const [attachment] = (await desk.call('attachment.list', { ticketId: ticket.id })).attachments;
      return desk.call('attachment.remove', { attachmentId: attachment?.id ?? '' });
    },
  },
  'customer.erase': {
    first: ({ desk, other }) => desk.call('ticket.close', { ticketId: other.ticketId, outcome: 'referred' }),
    run: ({ desk, other: { customerId } }) =>
      desk.call('customer.erase', { customerId, nameInstead: 'Erased customer' }),
  },
  'demo.add': { run: addDemo },
  'demo.remove': { first: addDemo, run: ({ desk }) => desk.call('demo.remove', {}) },
  'desk.updateSettings': {
    run: ({ desk }) => desk.call('desk.updateSettings', { change: { shop: { name: 'Shop' } }, version: 0 }),
  },
  'playbook.decide': {
    run: async ({ desk }) => {
      const { sources } = await desk.call('playbook.listSources', {});
      const digest = sources.find((source) => source.digest !== null)?.digest ?? '';
      return desk.call('playbook.decide', { digest, decision: 'refused' });
    },
  },
  'safety.acceptRecords': { run: ({ desk }) => desk.call('safety.acceptRecords', {}) },
  'template.save': { run: saveTemplate },
  'template.remove': {
    first: saveTemplate,
    run: ({ desk }) => desk.call('template.remove', { templateId: 'our-own', version: 1 }),
  },
  'view.create': { run: makeView },
  'view.move': {
    first: async (scene) => [await makeView(scene), await makeView(scene)],
    run: async ({ desk }) => {
      const [first] = (await desk.call('view.list', {})).views;
      return desk.call('view.move', { viewId: first?.id ?? '', index: 1 });
    },
  },
  'view.remove': {
    first: makeView,
    run: async ({ desk }) => {
      const [first] = (await desk.call('view.list', {})).views;
      return desk.call('view.remove', { viewId: first?.id ?? '' });
    },
  },
  'view.rename': {
    first: makeView,
    run: async ({ desk }) => {
      const [first] = (await desk.call('view.list', {})).views;
      return desk.call('view.rename', { viewId: first?.id ?? '', name: 'Ours' });
    },
  },
};

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openSceneDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

const entries: readonly [string, Endpoint | EventOf][] = Object.entries(contract);
const ofWindows = (kind: 'query' | 'command') =>
  entries.flatMap(([name, entry]) =>
    entry.kind === kind && entry.host === 'backend' && entry.caller === 'renderer' ? [name] : [],
  );

/** The answers that a second window keeps, as text; what is refused or gone is an answer as well. */
async function readAll(scene: Scene): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, input] of Object.entries(questions)) {
    // Which input belongs to which endpoint is known by name only.
    const call = desk.call as (name: string, input: object) => Promise<unknown>;
    const answer = await call(name, input(scene)).catch((error: unknown) => {
      // Nothing could ever change in the answer to a question that is none.
      if (error instanceof CallError && error.code === 'invalid_input') throw error;
      return String(error);
    });
    answers.set(name, JSON.stringify(answer));
  }
  return answers;
}

/** Queries whose answers are others now, though nothing that they read is in the feed. */
async function stale(scene: Scene, run: () => Promise<unknown>): Promise<string[]> {
  const before = await readAll(scene);
  const { cursor } = await desk.call('record.listChanges', { since: null });
  desk.announced.length = 0;
  await run();
  const told = desk.announced.flatMap((event) => (event.name === 'record.changed' ? [event.payload] : []));
  const { changes } = await desk.call('record.listChanges', { since: cursor });
  expect(told.length > 0).toBe(changes?.length !== 0);
  const topics: readonly Topic[] = (changes ?? []).map(({ kind }) => kind);
  const after = await readAll(scene);
  const isOld = (name: string) =>
    changes === null || findEndpoint(name)?.reads.some((topic) => topics.includes(topic)) === true;
  return [...after].flatMap(([name, answer]) => (answer === before.get(name) || isOld(name) ? [] : [name]));
}

describe('a second window', () => {
  it('is asked about here for every query of the contract, after every command', () => {
    expect(ofWindows('query').sort()).toEqual([...Object.keys(questions), ...Object.keys(notKept)].sort());
    const turning = ['desk.undo', 'desk.redo'];
    expect(ofWindows('command').sort()).toEqual(
      [...Object.keys(scenarios), ...Object.keys(others), ...Object.keys(unseen), ...turning].sort(),
    );
  });

  it.each(Object.entries(scenarios))(
    'hears all of %s, of its undo and its redo',
    async (_, { first, run }) => {
      const scene = await makeScene(desk);
      await first?.(scene);
      expect(await stale(scene, () => run(scene))).toEqual([]);
      expect(await stale(scene, () => desk.call('desk.undo', { commandId: null }))).toEqual([]);
      expect(await stale(scene, () => desk.call('desk.redo', { commandId: null }))).toEqual([]);
    },
  );

  it.each(Object.entries(others))('hears all of %s', async (_, { first, run }) => {
    const scene = await makeScene(desk);
    await first?.(scene);
    expect(await stale(scene, () => run(scene))).toEqual([]);
  });

  it('hears of an alarm that comes by itself', async () => {
    const scene = await makeScene(desk);
    expect(await stale(scene, () => raiseAlarm(scene))).toEqual([]);
  });

  it('hears that other records are to go, or no longer, by the rules of retention', async () => {
    const scene = await makeScene(desk);
    const attachmentId = await attach(scene);
    const { deviceId, ticketId } = scene.other;
    for (const id of [scene.ticket.id, ticketId])
      await desk.call('ticket.close', { ticketId: id, outcome: 'referred' });
    desk.wait(400 * 24 * 60 * 60 * 1000);
    const preview = async () => JSON.parse((await readAll(scene)).get('retention.preview') ?? '');
    expect(await preview()).toEqual({ customers: 1, attachments: 1 });
    expect(await stale(scene, () => desk.call('attachment.remove', { attachmentId }))).toEqual([]);
    expect(await stale(scene, () => desk.call('device.openTicket', { deviceId }))).toEqual([]);
    expect(await preview()).toEqual({ customers: 0, attachments: 0 });
  });
});
