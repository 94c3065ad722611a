import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import { guessDeviceKind } from '../../../core/qr/device-kind.ts';
import { blankCustomer } from '../../../core/records/customer-fields.ts';
import { blankDevice } from '../../../core/records/device-fields.ts';
import { createRandom, type Random } from '../../../core/testkit/random.ts';
import type { Outcome } from '../../../core/ticket/schema.ts';
import type { Language } from '../../../core/values.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { carryOut, openForDevice } from '../tickets/index.ts';
import { logAtDesk } from '../work/desk-log.ts';
import { insertCustomer, insertDevice } from '../work/record-writing.ts';
import type { Work } from '../work/work.ts';
import { demoAgents, demoModels, demoNotes, demoPeople, demoTags } from './demo-people.ts';
import { type DemoGoal, walkTo } from './demo-walk.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const ticketCount = 40;

/** The same for everybody, so that two people can talk about what they see. */
const seed = 11;

/**
 * Made-up customers with devices and tickets in all lanes, made as real ones are, step by step by the rules, some days to
 * some minutes ago. Each record is marked, so that all of it can go again.
 *
 * @throws CallError `refused` while there is demo data already
 */
export async function addDemo(work: Work, language: Language): Promise<Receipt> {
  const { demo } = work.repositories;
  if ((await demo.count('ticket')) > 0)
    throw new CallError('refused', 'The demo data is in this desk already.');
  // It is removed in another way than undone.
  work.journal.close();
  const random = createRandom(seed);
  const quiet: Work = { ...work, announce: () => undefined };
  const devices = await addDevices(quiet, random);
  for (let index = 0; index < ticketCount; index += 1)
    await addTicket(quiet, random, devices, index, language);
  await logAtDesk(work, { type: 'demoAdded', tickets: ticketCount });
  return { recordId: 'demo', isOther: false };
}

export async function removeDemo(work: Work): Promise<number> {
  work.journal.close();
  const { tickets, kept } = await work.repositories.demo.removeAll();
  await logAtDesk(work, { type: 'demoRemoved', tickets });
  return kept;
}

/** One for each ticket that is open, as a device has one open ticket at a time; and some customers have several. */
async function addDevices(work: Work, random: Random): Promise<readonly Device[]> {
  const devices: Device[] = [];
  const { demo } = work.repositories;
  const customerIds: string[] = [];
  for (const person of demoPeople) {
    const { id } = await insertCustomer(work, { ...blankCustomer, id: work.newId(), ...person });
    await demo.mark('customer', id);
    customerIds.push(id);
  }
  for (let index = 0; index < ticketCount; index += 1) {
    const customerId = customerIds[index % customerIds.length] ?? null;
    const device = await addDevice(work, random, customerId);
    await demo.mark('device', device.id);
    devices.push(device);
  }
  return devices;
}

async function addDevice(work: Work, random: Random, customerId: string | null): Promise<Device> {
  const serial = await freeSerial(work, random);
  const model = random.pick(demoModels);
  const kind = guessDeviceKind(model);
  return insertDevice(work, { ...blankDevice, id: work.newId(), serial, kind, model, customerId });
}

/** A device of an earlier demo may have stayed, because a real ticket uses it. */
async function freeSerial(work: Work, random: Random): Promise<string> {
  const letters = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ';
  for (;;) {
    const signs = Array.from({ length: 11 }, () => letters[random.integer(0, letters.length - 1)]);
    const serial = `DEMO${signs.join('')}`;
    if ((await work.repositories.devices.findBySerial(serial)) === null) return serial;
  }
}

async function addTicket(
  work: Work,
  random: Random,
  devices: readonly Device[],
  index: number,
  language: Language,
): Promise<void> {
  const device = devices[index];
  if (device === undefined) throw new Error('There is a device for each ticket.');
  const { goal, closeAs, openedAgoMs } = planOf(index, random);
  const then: Work = { ...work, now: work.now - openedAgoMs, actor: random.pick(demoAgents) };
  const { recordId: ticketId } = await openForDevice(then, device, {});
  await work.repositories.demo.mark('ticket', ticketId);
  if (index % 3 === 0)
    await carryOut(then, ticketId, { type: 'addNote', text: random.pick(demoNotes[language]) });
  if (index % 7 === 0) await carryOut(then, ticketId, { type: 'setTags', tags: [random.pick(demoTags)] });
  // Some are for whoever looks, so that every lane shows what it is for.
  if (index % 3 === 1 && work.actor !== '')
    await carryOut(then, ticketId, { type: 'assign', assignee: work.actor });
  if (index % 9 === 4) await carryOut(then, ticketId, { type: 'setPriority', priority: 'high' });
  const end: Work = { ...then, now: await walkTo(then, ticketId, goal, random) };
  if (closeAs !== null)
    await carryOut(end, ticketId, { type: 'close', outcome: closeAs, mergedIntoTicketId: null });
  else if (goal.lane === 'now' && index % 4 === 0)
    await carryOut(end, ticketId, { type: 'assign', assignee: null });
}

interface DemoPlan {
  readonly goal: DemoGoal;
  /** How a case that goes no further is closed. */
  readonly closeAs: Outcome | null;
  readonly openedAgoMs: number;
}

/** Open cases are of this hour, waiting ones so new that no time of theirs has run out; closed ones of the last days. */
function planOf(index: number, random: Random): DemoPlan {
  if (index < 16) {
    const openedAgoMs = random.integer(1, 12) * dayMs - random.integer(0, 300) * minuteMs;
    if (index % 4 !== 3) return { goal: { lane: 'closed' }, closeAs: null, openedAgoMs };
    const closeAs = index % 8 === 3 ? 'abandoned' : 'referred';
    return { goal: { lane: 'now', steps: index % 5 }, closeAs, openedAgoMs };
  }
  if (index < 25)
    return { goal: { lane: 'waiting' }, closeAs: null, openedAgoMs: random.integer(5, 9) * minuteMs };
  const goal = { lane: 'now', steps: index % 5 } as const;
  return { goal, closeAs: null, openedAgoMs: random.integer(12, 55) * minuteMs };
}
