import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { replay } from '../../../core/ticket/replay.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const recorder = { serial: '4G0A1B2PAZ', deviceKind: 'recorder' as const, model: 'XVR5116' };
const nobody = '0190a0a0-0000-7000-8000-000000000000';

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
const openByScan = (scan = resetScan()) => desk.call('ticket.open', { by: 'resetQr', scan });
const openBySerial = () => desk.call('ticket.open', { by: 'serial', ...recorder });
const attach = (ticketId: string, device = recorder) =>
  desk.call('ticket.attachDevice', { ticketId, ...device });
const reread = async (ticketId: string) => (await desk.call('ticket.get', { ticketId })).ticket;
const close = async (ticketId: string) =>
  (await desk.call('ticket.close', { ticketId, outcome: 'abandoned' })).ticket;
const nameCustomer = async (ticketId: string, name = 'Zoë Łoś') =>
  (await desk.call('customer.create', { ticketId, name, phones: ['0171 555-12'], emails: [] })).ticket;
const answer = async ({ id, state }: TicketDetails, answerId: string) =>
  (
    await desk.call('ticket.answerStep', {
      ticketId: id,
      stepId: state.stepId,
      answerId,
      evidence: ['labelSeen'],
      mailAddress: null,
    })
  ).ticket;
const list = (search: string, lane: 'now' | 'waiting' | 'closed' = 'now') =>
  desk.call('ticket.list', { lane, search, limit: 50, after: null });

describe('opening by a reset QR', () => {
  it('makes a numbered ticket with the scan and its payload', async () => {
    const scan = resetScan();
    const { ticket, isExisting } = await openByScan(scan);
    expect(isExisting).toBe(false);
    expect(ticket).toMatchObject({ number: 1, lane: 'now', customer: null, device: null });
    expect(ticket.scans).toMatchObject([
      { payload: scan.payload, header: scan.payload.slice(0, 14), qrVersion: 14, maskPattern: 3 },
    ]);
    expect((await openByScan()).ticket.number).toBe(2);
  });

  it('brings up the open ticket of a QR seen before, without a second scan of what is on the screen', async () => {
    const scan = resetScan();
    const { ticket } = await openByScan(scan);
    const again = await openByScan(scan);
    expect(again).toMatchObject({ isExisting: true, ticket: { id: ticket.id, version: ticket.version } });
    expect(again.ticket.scans).toHaveLength(1);
  });

  it('brings back an earlier QR of an open ticket as the one on the screen', async () => {
    const scan = resetScan();
    const { ticket } = await openByScan(scan);
    const newer = await desk.call('ticket.recordScan', { ticketId: ticket.id, scan: resetScan() });
    const again = await openByScan(scan);
    expect(again.ticket.id).toBe(ticket.id);
    expect(again.ticket.state.currentFingerprint).toBe(ticket.state.currentFingerprint);
    expect(newer.ticket.state.currentFingerprint).not.toBe(ticket.state.currentFingerprint);
  });

  it('gives a QR of a closed ticket a new one, with the device and its customer', async () => {
    const scan = resetScan();
    const { ticket } = await openByScan(scan);
    await attach(ticket.id);
    await nameCustomer(ticket.id);
    await close(ticket.id);
    const again = await openByScan(scan);
    expect(again).toMatchObject({
      isExisting: false,
      ticket: { device: { serial: recorder.serial }, customer: { name: 'Zoë Łoś' } },
    });
    expect(again.ticket.otherTickets.map((row) => row.id)).toEqual([ticket.id]);
  });

  it('refuses what is not a reset QR, so that label secrets are never stored', async () => {
    const payload = `{SN:4G0A1B2PAZ,DT:XVR,SC:TOPSECRET,NC:11}${' '.repeat(80)}`;
    await expect(openByScan({ ...resetScan(), payload })).rejects.toMatchObject({ code: 'refused' });
    expect((await list('')).counts).toEqual({ now: 0, waiting: 0, closed: 0, unassigned: 0 });
  });
});

describe('opening by serial', () => {
  it('makes a ticket with a new device, and brings it up the next time', async () => {
    const first = await openBySerial();
    expect(first).toMatchObject({ isExisting: false, ticket: { device: { model: 'XVR5116' } } });
    expect(await openBySerial()).toMatchObject({ isExisting: true, ticket: { id: first.ticket.id } });
  });

  it('gives a known device without an open ticket a new one with its customer', async () => {
    const { ticket } = await openBySerial();
    await nameCustomer(ticket.id);
    await close(ticket.id);
    const again = await openBySerial();
    expect(again).toMatchObject({ isExisting: false, ticket: { customer: { name: 'Zoë Łoś' } } });
    expect(again.ticket.id).not.toBe(ticket.id);
  });
});

describe('recording a scan', () => {
  it('answers the other open ticket that has this QR and changes nothing', async () => {
    const scan = resetScan();
    const { ticket: owner } = await openByScan(scan);
    const other = await openByHand();
    const answered = await desk.call('ticket.recordScan', { ticketId: other.id, scan });
    expect(answered).toMatchObject({ isOther: true, ticket: { id: owner.id, version: owner.version } });
    expect(await reread(other.id)).toEqual(other);
  });

  it('takes a QR whose earlier ticket is closed', async () => {
    const scan = resetScan();
    await close((await openByScan(scan)).ticket.id);
    const { id } = await openByHand();
    expect(await desk.call('ticket.recordScan', { ticketId: id, scan })).toMatchObject({
      isOther: false,
      ticket: { id, scans: [{ payload: scan.payload }] },
    });
  });

  it('passes the steps that ask for it', async () => {
    const ticket = await answer(await openByHand(), 'shown');
    expect(ticket.state.stepId).toBe('findQr');
    const scanned = await desk.call('ticket.recordScan', { ticketId: ticket.id, scan: resetScan() });
    expect(scanned.ticket.state.stepId).toBe('submit');
  });
});

describe('attaching a device', () => {
  it('shares the customer both ways', async () => {
    const named = await nameCustomer((await openByHand()).id);
    const { ticket } = await attach(named.id);
    expect(ticket.device?.customerId).toBe(named.customer?.id);
    await close(ticket.id);
    const later = await attach((await openByHand()).id);
    expect(later.ticket.customer?.id).toBe(named.customer?.id);
  });

  it('moves the scan to the device’s open ticket and closes this one as merged', async () => {
    const { ticket: owner } = await openBySerial();
    const { ticket: scanned } = await openByScan();
    await nameCustomer(scanned.id);
    const merged = await attach(scanned.id);
    expect(merged).toMatchObject({ isOther: true, ticket: { id: owner.id, customer: { name: 'Zoë Łoś' } } });
    expect(merged.ticket.scans.map((scan) => scan.payload)).toEqual(
      scanned.scans.map((scan) => scan.payload),
    );
    expect(merged.ticket.state.currentFingerprint).toBe(scanned.state.currentFingerprint);
    expect(merged.ticket.device?.customerId).toBe(merged.ticket.customer?.id);
    const closed = await reread(scanned.id);
    expect(closed).toMatchObject({ lane: 'closed', state: { outcome: 'merged' }, scans: [] });
    // Only then it belongs to the device: what was asked for on it counts there.
    expect(closed.history.slice(-2).map(({ event }) => event)).toMatchObject([
      { type: 'ticketClosed', mergedIntoTicketId: owner.id },
      { type: 'deviceAttached', deviceId: owner.state.deviceId },
    ]);
    await expect(desk.call('ticket.reopen', { ticketId: scanned.id })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('keeps what is known of a device and fills in what is not', async () => {
    await attach((await openByHand()).id, { ...recorder, model: '' });
    expect((await openBySerial()).ticket.device).toMatchObject({ model: 'XVR5116', version: 2 });
    const again = await desk.call('ticket.open', { by: 'serial', ...recorder, model: 'Other' });
    expect(again.ticket.device).toMatchObject({ model: 'XVR5116', version: 2 });
  });

  it('leaves no device behind when the ticket is closed', async () => {
    const { id } = await close((await openByHand()).id);
    await expect(attach(id)).rejects.toMatchObject({ code: 'refused' });
    expect((await openBySerial()).ticket.device?.version).toBe(1);
  });
});

describe('answering', () => {
  it('moves a ticket into the waiting lane and back, with what it waits for', async () => {
    const { ticket } = await openByScan();
    const waiting = await answer(await answer(ticket, 'shown'), 'byDmss');
    expect(waiting.lane).toBe('waiting');
    expect(await list('', 'waiting')).toMatchObject({
      rows: [{ id: ticket.id, stepId: 'wait', nextEventKind: 'codeOverdue' }],
      counts: { now: 0, waiting: 1, closed: 0 },
    });
    const arrived = await answer(waiting, 'arrived');
    expect(await list('')).toMatchObject({
      rows: [{ nextEventAt: arrived.state.request?.codeValidUntil, nextEventKind: 'codeExpires' }],
      counts: { now: 1, waiting: 0, closed: 0 },
    });
  });

  it('is a conflict at a step that was left, and changes nothing', async () => {
    const opened = await openByHand();
    const moved = await answer(opened, 'shown');
    await expect(answer(opened, 'shown')).rejects.toMatchObject({ code: 'conflict' });
    expect(await reread(opened.id)).toEqual(moved);
  });
});

describe('closing', () => {
  it('purges the payloads and keeps fingerprint and header', async () => {
    const { ticket } = await openByScan();
    await desk.call('ticket.recordScan', { ticketId: ticket.id, scan: resetScan() });
    const { scans } = await close(ticket.id);
    expect(scans.map((scan) => scan.payload)).toEqual([null, null]);
    expect(scans.at(-1)).toMatchObject({ ...ticket.scans[0], payload: null });
  });

  it('purges them too when an answer ends the ticket', async () => {
    const { ticket } = await openByScan();
    expect((await answer(ticket, 'notShown')).scans.map((scan) => scan.payload)).toEqual([null]);
  });

  it('can be undone unless the device has another open ticket', async () => {
    const { ticket } = await openBySerial();
    await close(ticket.id);
    expect((await desk.call('ticket.reopen', { ticketId: ticket.id })).ticket.lane).toBe('now');
    await close(ticket.id);
    const { ticket: newer } = await openBySerial();
    expect(newer.id).not.toBe(ticket.id);
    await expect(desk.call('ticket.reopen', { ticketId: ticket.id })).rejects.toMatchObject({
      code: 'refused',
      message: 'The device has another open ticket.',
    });
  });
});

describe('scanning inside a ticket', () => {
  it('takes the code that is on the screen already for the same scan', async () => {
    const scan = resetScan();
    const { ticket } = await openByScan(scan);
    const again = await desk.call('ticket.recordScan', { ticketId: ticket.id, scan });
    expect(again.ticket.version).toBe(ticket.version);
    expect(again.ticket.scans).toHaveLength(1);
  });

  it('brings the device that the code was seen on to a ticket without one', async () => {
    const scan = resetScan();
    const { ticket } = await openByScan(scan);
    await attach(ticket.id);
    await close(ticket.id);
    const { id } = await openByHand();
    const scanned = await desk.call('ticket.recordScan', { ticketId: id, scan });
    expect(scanned).toMatchObject({ isOther: false, ticket: { id, device: { serial: recorder.serial } } });
  });

  it('goes to the open ticket of the device that the code was seen on, and takes the scan there', async () => {
    const scan = resetScan();
    const { ticket } = await openByScan(scan);
    await attach(ticket.id);
    await close(ticket.id);
    const { ticket: open } = await openBySerial();
    const { id } = await openByHand();
    const scanned = await desk.call('ticket.recordScan', { ticketId: id, scan });
    expect(scanned).toMatchObject({
      isOther: true,
      ticket: { id: open.id, scans: [{ payload: scan.payload }] },
    });
  });
});

describe('the audit trail', () => {
  it('is a whole chain that names the agent, and its replay is the state', async () => {
    const { ticket } = await openByScan();
    const { id } = await answer(await answer(ticket, 'shown'), 'byDmss');
    await nameCustomer(id);
    const { history, state } = await reread(id);
    expect(history.map((record) => record.sequence)).toEqual(history.map((_, index) => index + 1));
    expect(new Set(history.map((record) => record.actor))).toEqual(new Set(['Test agent']));
    expect(replay(history, () => smallPlaybook)).toEqual(state);
  });
});

describe('what does not exist', () => {
  it('is not found', async () => {
    const { id } = await openByHand();
    const notFound = { code: 'not_found' };
    await expect(reread(nobody)).rejects.toMatchObject(notFound);
    await expect(close(nobody)).rejects.toMatchObject(notFound);
    await expect(
      desk.call('ticket.attachCustomer', { ticketId: id, customerId: nobody }),
    ).rejects.toMatchObject(notFound);
    await expect(
      desk.call('device.update', { deviceId: nobody, version: 1, change: {} }),
    ).rejects.toMatchObject(notFound);
  });
});
