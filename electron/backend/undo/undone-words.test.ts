import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChains } from '../store/sqlite/chain-check.ts';
import { connect } from '../store/sqlite/connection.ts';
import { everythingExported } from '../testing/exported.ts';
import { rawBytes } from '../testing/raw-pages.ts';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

const marker = 'Zonnewende';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

const undo = () => desk.call('desk.undo', { commandId: null });
const redo = () => desk.call('desk.redo', { commandId: null });
const reopenDesk = async () => {
  await desk.close();
  desk = await openTestDesk(folder.file);
};

async function setUp() {
  const scan = { by: 'serial', serial: '4G0A1B2PAZ', deviceKind: 'recorder', model: '' } as const;
  const { ticket } = await desk.call('ticket.open', scan);
  const named = await desk.call('customer.create', {
    ticketId: ticket.id,
    name: 'Anna',
    phones: [],
    emails: [],
  });
  const { id: ticketId, state } = named.ticket;
  const [customerId, deviceId] = [named.ticket.customer?.id ?? '', named.ticket.device?.id ?? ''];
  return { ticketId, customerId, deviceId, stepId: state.stepId };
}

type Scene = Awaited<ReturnType<typeof setUp>>;

const refuse = ({ ticketId, stepId }: Scene, refusalReason: string) => {
  const answer = { ticketId, stepId, answerId: 'notShown', evidence: [], mailAddress: null };
  return desk.call('ticket.answerStep', { ...answer, refusalReason });
};

const noteAbout = async ({ customerId }: Scene, notes: string) => {
  const { version } = (await desk.call('customer.getPage', { customerId })).customer;
  return desk.call('customer.update', { customerId, version, change: { notes } });
};

/** Every call that keeps what an agent writes in own words, and can be undone. */
const writing: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'a note': ({ ticketId }) => desk.call('ticket.addNote', { ticketId, text: `Lives at ${marker}.` }),
  'a reason of a refusal': (scene) => refuse(scene, `Moved to ${marker}`),
  'an own proof': ({ ticketId }) =>
    desk.call('ticket.recordOwnership', { ticketId, evidence: [], ownEvidence: [`${marker} paper`] }),
  'an own proof of an answer': ({ ticketId, stepId }) => {
    const answer = { ticketId, stepId, answerId: 'shown', evidence: [], mailAddress: null };
    return desk.call('ticket.answerStep', { ...answer, ownEvidence: [`${marker} paper`] });
  },
  'a tag': ({ ticketId }) => desk.call('ticket.setTags', { ticketId, tags: [marker] }),
  'a tag of many': ({ ticketId }) =>
    desk.call('ticket.changeMany', { ticketIds: [ticketId], change: { kind: 'addTag', tag: marker } }),
  'a new customer': ({ ticketId }) =>
    desk.call('customer.create', { ticketId, name: marker, phones: [], emails: [] }),
  'what is noted about a customer': (scene) => noteAbout(scene, `Rings at ${marker}`),
  'an address of a customer': async ({ customerId }) => {
    const { version } = (await desk.call('customer.getPage', { customerId })).customer;
    const change = { emails: [`anna@${marker}.example`] };
    return desk.call('customer.update', { customerId, version, change });
  },
  'a place': ({ customerId }) => desk.call('site.create', { customerId, name: marker, address: '' }),
  'a model of a device': async ({ deviceId }) => {
    const { version } = (await desk.call('device.getPage', { deviceId })).device;
    return desk.call('device.update', { deviceId, version, change: { model: marker } });
  },
};

/** Every value of every table, the search index among them; binary ones read byte by byte. */
async function everyTable(): Promise<string> {
  const connection = await connect(folder.file, testKey, { mustExist: true });
  const names = connection.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
  const rows = names.flatMap((name) => connection.prepare(`select * from "${String(name)}"`).all([]));
  connection.close();
  return JSON.stringify(rows, (_, value: unknown) => {
    const isBytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
    return isBytes && 'data' in value ? Buffer.from(value.data as number[]).toString('latin1') : value;
  });
}

/** What the check of all trails finds. */
async function checked() {
  const connection = await connect(folder.file, testKey, { mustExist: true });
  const found = checkChains(connection, null, 1000);
  connection.close();
  return found;
}

/** Whatever leaves the desk. */
async function everyExport(customerId: string): Promise<string> {
  const data = await desk.call('store.readCustomerData', { customerId });
  return JSON.stringify([await everythingExported(folder.file, testKey), data]);
}

/** Folded as the search index folds it. */
const traces = (text: string) => text.toLowerCase().split(marker.toLowerCase()).length - 1;

describe.each(Object.entries(writing))('%s that is undone', (_, write) => {
  it('is in no table and no export, comes back by redo, and goes again', async () => {
    const scene = await setUp();
    await write(scene);
    expect(traces(await everyTable())).toBeGreaterThan(0);
    const written = traces(await everyExport(scene.customerId));
    expect(written).toBeGreaterThan(0);
    for (let turn = 0; turn < 2; turn += 1) {
      await undo();
      expect(traces(await everyTable())).toBe(0);
      expect(traces(await everyExport(scene.customerId))).toBe(0);
      await redo();
      expect(traces(await everyExport(scene.customerId))).toBe(written);
    }
    await undo();
    expect(await checked()).toMatchObject({ brokenTickets: [], brokenRecords: [] });
  });

  it('can not be put back once the program has ended, and says why', async () => {
    await write(await setUp());
    await undo();
    await reopenDesk();
    await expect(redo()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/held only until the desk is locked/),
    });
    expect(await checked()).toMatchObject({ brokenTickets: [], brokenRecords: [] });
  });
});

describe('a secret in a note that is undone', () => {
  it('is in no byte of the database and of its log of changes, while the desk is open and after', async () => {
    const words = ['Mondaufgang', 'Sternwarte'];
    const { ticketId } = await setUp();
    await desk.call('ticket.addNote', { ticketId, text: words.join(' ') });
    const found = () => words.filter((word) => rawBytes(folder.file, testKey).includes(word));
    expect(found()).toEqual(words);
    await undo();
    expect(found()).toEqual([]);
    await redo();
    expect(found()).toEqual(words);
    await undo();
    await reopenDesk();
    expect(found()).toEqual([]);
  });

  it('is in none either where it was the name of an attachment that is removed', async () => {
    const { ticketId } = await setUp();
    const content = new Uint8Array([1, 2, 3]);
    const { attachment } = await desk.call('attachment.add', { ticketId, name: `${marker}.pdf`, content });
    expect(rawBytes(folder.file, testKey)).toContain(marker);
    await desk.call('attachment.remove', { attachmentId: attachment.id });
    expect(rawBytes(folder.file, testKey)).not.toContain(marker);
    expect(await checked()).toMatchObject({ brokenTickets: [] });
  });
});

describe('what is noted about a customer', () => {
  it('stays nowhere when it was typed in several goes, or cleared, before all of it is undone', async () => {
    const scene = await setUp();
    await noteAbout(scene, `Rings at ${marker}`);
    await noteAbout(scene, `Rings at ${marker} twice`);
    desk.wait(60_000);
    await noteAbout(scene, '');
    await undo();
    await undo();
    expect(traces(await everyTable())).toBe(0);
    await redo();
    await redo();
    const { customer } = await desk.call('customer.getPage', { customerId: scene.customerId });
    expect(customer.notes).toBe('');
    expect(await checked()).toMatchObject({ brokenRecords: [] });
  });

  it('stays nowhere when another field was changed since', async () => {
    const scene = await setUp();
    await noteAbout(scene, `Rings at ${marker}`);
    const noted = desk.lastCommand();
    const { version } = (await desk.call('customer.getPage', { customerId: scene.customerId })).customer;
    const change = { language: 'es' } as const;
    await desk.call('customer.update', { customerId: scene.customerId, version, change });
    await desk.call('desk.undo', { commandId: noted });
    expect(traces(await everyTable())).toBe(0);
    const { customer } = await desk.call('customer.getPage', { customerId: scene.customerId });
    expect(customer).toMatchObject({ notes: '', language: 'es' });
  });
});
