import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import en from '../../../assets/locales/en/undo.json' with { type: 'json' };
import es from '../../../assets/locales/es/undo.json' with { type: 'json' };
import { type CallName, contract } from '../../../core/contract/contract.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { timersOf } from '../../../core/ticket/timers.ts';
import { makeScene, openSceneDesk, type Scene, scenarios } from '../testing/agent-commands.ts';
import { type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

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

/** Undone as a whole; see import.test.ts. */
const proved = ['import.run'] as const satisfies readonly CallName[];

/** A ticket that is opened stays, as one opened by mistake: `undo.test.ts` tells what becomes of it. */
const opening = ['ticket.open', 'device.openTicket'] as const satisfies readonly CallName[];

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
    const scene = await makeScene(desk);
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
