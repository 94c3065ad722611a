import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const recorder = { serial: '4G0A1B2PAZ', deviceKind: 'recorder' as const, model: 'XVR5116' };
const unknown = { serial: '7H22C3DPAQ', deviceKind: 'camera' as const, model: '' };
const camera = { serial: '9K11C3DPAQ', deviceKind: 'camera' as const, model: '' };

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

const openByHand = async () => (await desk.call('ticket.open', { by: 'hand' })).ticket;
const attach = (ticketId: string, device = recorder as typeof recorder | typeof camera) =>
  desk.call('ticket.attachDevice', { ticketId, ...device });
const name = async (ticketId: string, customer: string) =>
  (await desk.call('customer.create', { ticketId, name: customer, phones: [], emails: [] })).ticket;
const reread = async (ticketId: string) => (await desk.call('ticket.get', { ticketId })).ticket;
const confirm = async ({ id, state }: TicketDetails) =>
  (
    await desk.call('ticket.answerStep', {
      ticketId: id,
      stepId: state.stepId,
      answerId: 'shown',
      evidence: ['atDevice'],
      mailAddress: null,
    })
  ).ticket;
const undo = () => desk.call('desk.undo', { commandId: null });
const logOf = async (id: string) => (await desk.call('audit.getRecord', { kind: 'device', id })).entries;

/** A device whose owner's ticket is closed. */
async function ownedDevice(owner = 'Maria') {
  const { id } = await openByHand();
  const { ticket } = await attach(id);
  const named = await name(id, owner);
  await desk.call('ticket.close', { ticketId: id, outcome: 'referred' });
  return { deviceId: ticket.device?.id ?? '', owner: named.customer };
}

describe('a stranger with the serial of another customer', () => {
  it('owns nothing, whether the serial or the name comes first', async () => {
    const { owner } = await ownedDevice();
    const first = await openByHand();
    await attach(first.id);
    const serialFirst = await name(first.id, 'Stranger');
    expect(serialFirst).toMatchObject({ customer: { name: 'Stranger' }, owner: { id: owner?.id } });
    await desk.call('ticket.close', { ticketId: first.id, outcome: 'abandoned' });

    const second = await openByHand();
    await name(second.id, 'Another stranger');
    const nameFirst = (await attach(second.id)).ticket;
    expect(nameFirst).toMatchObject({ customer: { name: 'Another stranger' }, owner: { id: owner?.id } });
    const { devices } = await desk.call('customer.getPage', { customerId: owner?.id ?? '' });
    expect(devices.map(({ serial }) => serial)).toEqual([recorder.serial]);
  });

  it('has to show ownership again when that was confirmed before the serial was known', async () => {
    await ownedDevice();
    const ticket = await openByHand();
    await name(ticket.id, 'Stranger');
    await confirm(await reread(ticket.id));
    expect((await attach(ticket.id)).ticket.state).toMatchObject({
      isOwnershipConfirmed: false,
      proofsSetAside: 'otherOwner',
    });
    await undo();
    expect((await reread(ticket.id)).state).toMatchObject({ isOwnershipConfirmed: true, deviceId: null });
  });

  it('does not get the proofs of the owner, who was presumed to call', async () => {
    await ownedDevice();
    const { ticket } = await desk.call('ticket.open', { by: 'serial', ...recorder });
    expect(ticket.customer?.name).toBe('Maria');
    await confirm(ticket);
    expect((await name(ticket.id, 'Stranger')).state).toMatchObject({ proofsSetAside: 'otherCaller' });
  });
});

describe('a caller who is sent away', () => {
  const refuse = (ticketId: string) =>
    desk.call('ticket.close', { ticketId, outcome: 'refused', refusalReason: 'Knows nothing of it.' });

  it('is not left as the owner of a device that was new, unless that is undone', async () => {
    const { id } = await openByHand();
    await attach(id);
    expect((await name(id, 'Stranger')).owner?.name).toBe('Stranger');
    await refuse(id);
    expect(await reread(id)).toMatchObject({ owner: null, customer: { name: 'Stranger' } });
    await undo();
    expect((await reread(id)).owner?.name).toBe('Stranger');
  });

  it('does not cost the owner of before anything', async () => {
    await ownedDevice();
    const { ticket } = await desk.call('ticket.open', { by: 'serial', ...recorder });
    await refuse(ticket.id);
    expect((await reread(ticket.id)).owner?.name).toBe('Maria');
  });
});

describe('a serial that was taken wrong and is corrected', () => {
  it('takes the owner along who was only presumed to call', async () => {
    await ownedDevice();
    const { id } = await openByHand();
    expect((await attach(id)).ticket).toMatchObject({ customer: { name: 'Maria' } });
    const corrected = (await attach(id, camera)).ticket;
    expect(corrected).toMatchObject({ device: { serial: camera.serial }, owner: null });
    expect((await name(id, 'Bruno')).owner?.name).toBe('Bruno');
  });

  it('presumes the owner of the right device', async () => {
    await ownedDevice('Maria');
    const other = await openByHand();
    await attach(other.id, camera);
    await name(other.id, 'Bruno');
    await desk.call('ticket.close', { ticketId: other.id, outcome: 'referred' });
    const { id } = await openByHand();
    await attach(id);
    expect((await attach(id, camera)).ticket).toMatchObject({
      customer: { name: 'Bruno' },
      owner: { name: 'Bruno' },
    });
    await undo();
    expect(await reread(id)).toMatchObject({
      customer: { name: 'Maria' },
      device: { serial: recorder.serial },
    });
  });

  it('registers a new device to a presumed caller once he is named, or has shown that he owns it', async () => {
    const { owner } = await ownedDevice();
    const first = await openByHand();
    await attach(first.id);
    await attach(first.id, camera);
    expect((await confirm(await reread(first.id))).owner?.name).toBe('Maria');
    const second = await openByHand();
    await attach(second.id);
    await desk.call('ticket.attachCustomer', { ticketId: second.id, customerId: owner?.id ?? '' });
    expect((await attach(second.id, unknown)).ticket.owner?.name).toBe('Maria');
  });

  it('leaves the wrong one without the owner that it only got in this ticket', async () => {
    const { id } = await openByHand();
    await name(id, 'Bruno');
    const wrong = (await attach(id)).ticket;
    expect(wrong.owner?.name).toBe('Bruno');
    expect((await attach(id, camera)).ticket.owner?.name).toBe('Bruno');
    const pageOf = async () =>
      (await desk.call('device.getPage', { deviceId: wrong.device?.id ?? '' })).customer?.name ?? null;
    expect(await pageOf()).toBeNull();
    await undo();
    expect(await pageOf()).toBe('Bruno');
  });
});

describe('proofs of one person', () => {
  it('do not become those of another when the naming of their caller is taken back under them', async () => {
    const { id } = await openByHand();
    await name(id, 'Maria');
    const naming = desk.lastCommand();
    await confirm(await reread(id));
    await desk.call('desk.undo', { commandId: naming });
    expect((await reread(id)).state).toMatchObject({ customerId: null, proofsSetAside: 'otherCaller' });
    expect((await name(id, 'Bruno')).state.isOwnershipConfirmed).toBe(false);
  });

  it('stay when a caller is taken back who was only named after them', async () => {
    const { id } = await openByHand();
    await confirm(await reread(id));
    await name(id, 'Maria');
    await undo();
    expect((await reread(id)).state).toMatchObject({ customerId: null, isOwnershipConfirmed: true });
  });

  it('do not become those of another device, or of somebody who turns out not to be its owner', async () => {
    const { deviceId } = await ownedDevice();
    const ticket = await openByHand();
    const { customer } = await name(ticket.id, 'Bruno');
    await attach(ticket.id);
    const holding = desk.lastCommand();
    await desk.call('device.setOwner', { deviceId, customerId: customer?.id ?? '', reason: 'sold' });
    const selling = desk.lastCommand();
    await confirm(await reread(ticket.id));
    await desk.call('desk.undo', { commandId: selling });
    expect((await reread(ticket.id)).state.proofsSetAside).toBe('otherOwner');
    const proofs = { evidence: ['labelSeen' as const], ownEvidence: [] };
    await desk.call('ticket.recordOwnership', { ticketId: ticket.id, ...proofs });
    await desk.call('desk.undo', { commandId: holding });
    expect((await reread(ticket.id)).state).toMatchObject({ deviceId: null, proofsSetAside: 'otherDevice' });
  });

  it('are asked for anew when the ticket is opened again and the device has another owner by now', async () => {
    const { deviceId } = await ownedDevice();
    const bruno = await name((await openByHand()).id, 'Bruno');
    const { ticket } = await desk.call('ticket.open', { by: 'serial', ...recorder });
    await confirm(ticket);
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    const to = { deviceId, customerId: bruno.customer?.id ?? '', reason: 'sold' as const };
    await desk.call('device.setOwner', to);
    await desk.call('ticket.reopen', { ticketId: ticket.id });
    expect((await reread(ticket.id)).state.proofsSetAside).toBe('otherOwner');
  });
});

describe('another owner', () => {
  it('needs a reason, which stays in the trails, and can be undone', async () => {
    const { deviceId, owner } = await ownedDevice();
    const ticket = await openByHand();
    const { customer } = await name(ticket.id, 'Bruno');
    await attach(ticket.id);
    const to = { deviceId, customerId: customer?.id ?? '' };
    await expect(desk.call('device.setOwner', to)).rejects.toMatchObject({ code: 'refused' });
    const { device } = await desk.call('device.setOwner', { ...to, reason: 'sold' });
    expect(device.customerId).toBe(customer?.id);
    expect((await reread(ticket.id)).history.at(-1)?.event).toEqual({
      type: 'ownerChanged',
      customerId: customer?.id,
      formerCustomerId: owner?.id,
      reason: 'sold',
    });
    const changed = { action: 'changed', reason: 'sold', actor: 'Test agent' };
    expect((await logOf(deviceId)).at(-1)).toMatchObject({
      ...changed,
      changes: [{ name: 'customerId', before: 'Maria', after: 'Bruno' }],
    });
    await undo();
    expect(await reread(ticket.id)).toMatchObject({ owner: { id: owner?.id }, customer: { name: 'Bruno' } });
    await desk.call('desk.redo', { commandId: null });
    expect((await reread(ticket.id)).owner?.name).toBe('Bruno');
  });

  it('sets the proofs of a caller aside who is not that owner', async () => {
    const { deviceId } = await ownedDevice();
    const bruno = await name((await openByHand()).id, 'Bruno');
    const { ticket } = await desk.call('ticket.open', { by: 'serial', ...recorder });
    await confirm(ticket);
    const to = { deviceId, customerId: bruno.customer?.id ?? '', reason: 'handedOver' as const };
    await desk.call('device.setOwner', to);
    expect((await reread(ticket.id)).state.proofsSetAside).toBe('otherOwner');
  });
});

describe('two tickets for one device', () => {
  /** The second ticket has a scanned code. */
  async function twoTickets(customers: { readonly open: string | null; readonly calling: string | null }) {
    const open = await openByHand();
    if (customers.open !== null) await name(open.id, customers.open);
    await attach(open.id);
    await confirm(await reread(open.id));
    const calling = (await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() })).ticket;
    if (customers.calling !== null) await name(calling.id, customers.calling);
    return { openId: open.id, callingId: calling.id };
  }
  const merge = (ticketId: string, isMergeAgreed: boolean) =>
    desk.call('ticket.attachDevice', { ticketId, ...recorder, isMergeAgreed });

  it('of two customers are not merged unasked', async () => {
    const { openId, callingId } = await twoTickets({ open: 'Paula', calling: 'Marc' });
    await expect(merge(callingId, false)).rejects.toMatchObject({ code: 'conflict' });
    expect(await reread(callingId)).toMatchObject({ state: { status: 'open' }, device: null });
    expect((await reread(openId)).state.isOwnershipConfirmed).toBe(true);
  });

  it('of two customers are merged once that is agreed, and the proofs are asked for again', async () => {
    const { openId, callingId } = await twoTickets({ open: 'Paula', calling: 'Marc' });
    const { ticket, isOther } = await merge(callingId, true);
    expect({ isOther, id: ticket.id, name: ticket.customer?.name }).toEqual({
      isOther: true,
      id: openId,
      name: 'Paula',
    });
    expect(ticket.state).toMatchObject({ isOwnershipConfirmed: false, proofsSetAside: 'otherTicket' });
    await undo();
    expect((await reread(openId)).state).toMatchObject({ isOwnershipConfirmed: true, proofsSetAside: null });
    expect((await reread(callingId)).customer?.name).toBe('Marc');
  });

  it.each([
    ['the caller is not named', { open: 'Paula', calling: null }],
    ['the other ticket has no name yet', { open: null, calling: 'Marc' }],
  ])('never hand a proof on when %s', async (_, customers) => {
    const { callingId } = await twoTickets(customers);
    expect((await merge(callingId, false)).ticket.state.proofsSetAside).toBe('otherTicket');
  });

  it('of the same customer go on with his proofs', async () => {
    const { openId, callingId } = await twoTickets({ open: 'Paula', calling: null });
    const { customer } = await reread(openId);
    await desk.call('ticket.attachCustomer', { ticketId: callingId, customerId: customer?.id ?? '' });
    expect((await merge(callingId, false)).ticket.state).toMatchObject({
      isOwnershipConfirmed: true,
      proofsSetAside: null,
    });
  });
});

describe('a code or serial in hand', () => {
  const misfitOf = async (ticketId: string, found: { fingerprint?: string; serial?: string }) =>
    (await desk.call('ticket.checkFit', { ticketId, fingerprint: null, serial: null, ...found })).misfit;

  it('fits a ticket that has none, and is the same one again', async () => {
    const scan = resetScan();
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan });
    await attach(ticket.id);
    expect(await misfitOf(ticket.id, { fingerprint: fingerprintOf(scan.payload) })).toBeNull();
    expect(await misfitOf(ticket.id, { serial: recorder.serial })).toBeNull();
    expect(
      await misfitOf((await openByHand()).id, { fingerprint: 'a'.repeat(64), serial: camera.serial }),
    ).toBeNull();
  });

  it('is another code where the ticket has one', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    expect(await misfitOf(ticket.id, { fingerprint: 'a'.repeat(64) })).toMatchObject({
      reason: 'anotherCode',
      other: null,
      canBeHere: true,
    });
  });

  it('is another device: by its serial, and by where its code was seen', async () => {
    const scan = resetScan();
    const { ticket: earlier } = await desk.call('ticket.open', { by: 'resetQr', scan });
    await attach(earlier.id);
    await name(earlier.id, 'Maria');
    await desk.call('ticket.close', { ticketId: earlier.id, outcome: 'referred' });
    const { ticket } = await desk.call('ticket.open', { by: 'serial', ...camera });
    const byCode = await misfitOf(ticket.id, { fingerprint: fingerprintOf(scan.payload) });
    expect(byCode).toMatchObject({
      reason: 'anotherDevice',
      serial: recorder.serial,
      ownerName: 'Maria',
      isNamed: false,
    });
    expect(await misfitOf(ticket.id, { serial: 'NEVERSEEN1' })).toMatchObject({
      reason: 'anotherDevice',
      serial: 'NEVERSEEN1',
      ownerName: '',
      isNamed: true,
    });
  });

  it('is another customer’s where the device or the code has an open ticket of one', async () => {
    const scan = resetScan();
    const { ticket: open } = await desk.call('ticket.open', { by: 'resetQr', scan });
    await attach(open.id);
    await name(open.id, 'Paula');
    const { id } = await openByHand();
    await name(id, 'Marc');
    const misfit = { reason: 'anotherCustomer', isOfTwoCustomers: true, own: { customerName: 'Marc' } };
    const other = { ticketNumber: open.number, customerName: 'Paula' };
    const byCode = await misfitOf(id, { fingerprint: fingerprintOf(scan.payload) });
    expect(byCode).toMatchObject({ ...misfit, other, canBeHere: false });
    expect(await misfitOf(id, { serial: recorder.serial })).toMatchObject({
      ...misfit,
      other,
      canBeHere: true,
    });
  });
});

describe('a known customer who calls', () => {
  it('has a new ticket from his page, and his devices are offered with their last reset and open ticket', async () => {
    const { owner, deviceId } = await ownedDevice();
    const customerId = owner?.id ?? '';
    const { ticket, isExisting } = await desk.call('ticket.open', { by: 'customer', customerId });
    expect({ isExisting, name: ticket.customer?.name }).toEqual({ isExisting: false, name: 'Maria' });
    const list = () => desk.call('device.listOfCustomer', { customerId, limit: 4 });
    expect(await list()).toMatchObject({
      devices: [{ device: { id: deviceId }, lastReset: null, openTicketNumber: null }],
      total: 1,
    });
    await attach(ticket.id);
    expect((await list()).devices).toMatchObject([{ openTicketNumber: ticket.number }]);
  });
});

describe('a code that is seen together with its label', () => {
  it('opens one ticket with both, and goes to the open ticket of that device with its proofs', async () => {
    const label = recorder;
    const first = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan(), label });
    expect(first.ticket).toMatchObject({ device: { serial: recorder.serial }, scans: [{}] });
    await confirm(first.ticket);
    const again = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan(), label });
    expect(again).toMatchObject({
      isExisting: true,
      ticket: { id: first.ticket.id, state: { isOwnershipConfirmed: true } },
    });
  });
});

describe('the last reset', () => {
  it('is told in the next ticket of the device', async () => {
    const first = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan(), label: recorder });
    let ticket = first.ticket;
    for (const answerId of ['shown', 'byDmss', 'arrived', 'accepted', 'set', 'loggedIn']) {
      ticket = (
        await desk.call('ticket.answerStep', {
          ticketId: ticket.id,
          stepId: ticket.state.stepId,
          answerId,
          evidence: ['labelSeen'],
          mailAddress: null,
        })
      ).ticket;
    }
    const next = (await desk.call('ticket.open', { by: 'serial', ...recorder })).ticket;
    expect(next.lastReset).toEqual({
      ticketId: ticket.id,
      ticketNumber: 1,
      at: ticket.history.at(-1)?.at,
    });
  });
});
