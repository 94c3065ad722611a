import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Checklist } from '../../../core/ownership/checklist.ts';
import type { Evidence } from '../../../core/ticket/schema.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

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

const demand = async (checklist: Checklist) => {
  const { version } = await desk.call('desk.getSettings', {});
  await desk.call('desk.updateSettings', { change: { checklist }, version });
};
const contractNumber = { kind: 'own', words: 'Contract number', isRequired: true } as const;
const open = async () => (await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() })).ticket;
const answer = async (
  { id, state }: TicketDetails,
  answerId: string,
  seen: { evidence?: Evidence[]; ownEvidence?: string[]; refusalReason?: string } = {},
) =>
  (
    await desk.call('ticket.answerStep', {
      ticketId: id,
      stepId: state.stepId,
      answerId,
      evidence: [],
      mailAddress: null,
      ...seen,
    })
  ).ticket;
const recorded = ({ history }: TicketDetails) =>
  history.map(({ event }) => event).filter(({ type }) => type === 'ownershipRecorded');

describe('what the desk insists on', () => {
  it('has to be seen before ownership is confirmed, and is in the audit trail in words', async () => {
    await demand([contractNumber]);
    const ticket = await open();
    await expect(answer(ticket, 'shown', { evidence: ['atDevice'] })).rejects.toMatchObject({
      code: 'refused',
    });
    const confirmed = await answer(ticket, 'shown', { ownEvidence: ['Contract number'] });
    expect(recorded(confirmed)).toEqual([
      {
        type: 'ownershipRecorded',
        isConfirmed: true,
        evidence: [],
        ownEvidence: ['Contract number'],
        reason: null,
      },
    ]);
  });

  it('holds a request back when it was demanded meanwhile, until it is recorded in place', async () => {
    const submitting = await answer(await open(), 'shown', { evidence: ['atDevice'] });
    expect(submitting.state.stepId).toBe('submit');
    await demand([contractNumber]);
    const sent = submitting.state;
    await expect(answer(submitting, 'byDmss')).rejects.toMatchObject({ code: 'refused' });
    const nothing = { ticketId: submitting.id, evidence: [], ownEvidence: [] };
    await expect(desk.call('ticket.recordOwnership', nothing)).rejects.toMatchObject({ code: 'refused' });
    const { ticket } = await desk.call('ticket.recordOwnership', {
      ...nothing,
      evidence: ['atDevice'],
      ownEvidence: ['Contract number'],
    });
    expect(ticket.state.stepId).toBe(sent.stepId);
    expect((await answer(ticket, 'byDmss')).state.request).not.toBeNull();
  });
});

it('keeps why a case was refused', async () => {
  const refused = await answer(await open(), 'notShown', { refusalReason: ' Could not name the shop ' });
  expect(refused.state.outcome).toBe('refused');
  expect(recorded(refused)).toMatchObject([{ isConfirmed: false, reason: 'Could not name the shop' }]);
});

it('sends nobody away from the menu without a reason, and keeps it with what was seen', async () => {
  const ticket = await answer(await open(), 'shown', { evidence: ['labelSeen'] });
  const refuse = (refusalReason: string | null) =>
    desk.call('ticket.close', { ticketId: ticket.id, outcome: 'refused', refusalReason });
  await expect(refuse(null)).rejects.toMatchObject({ code: 'refused' });
  await expect(refuse('  ')).rejects.toMatchObject({ code: 'invalid_input' });
  const { ticket: refused } = await refuse('The label is of another device');
  expect(refused.state).toMatchObject({ outcome: 'refused', failureReason: 'ownershipNotShown' });
  expect(recorded(refused).at(-1)).toMatchObject({
    isConfirmed: false,
    evidence: ['labelSeen'],
    reason: 'The label is of another device',
  });
});

describe('a close that is taken back', () => {
  /** A ticket of Anna's whose proofs were seen, closed by a slip. */
  async function closedBySlip() {
    const { id } = await open();
    await desk.call('ticket.attachDevice', {
      ticketId: id,
      serial: '4K01',
      deviceKind: 'recorder',
      model: '',
    });
    const made = await desk.call('customer.create', { ticketId: id, name: 'Anna', phones: [], emails: [] });
    const { ticket } = await desk.call('ticket.get', { ticketId: id });
    expect(ticket.state.customerId).toBe(made.ticket.state.customerId);
    const confirmed = await answer(ticket, 'shown', { evidence: ['labelSeen'] });
    await desk.call('ticket.close', { ticketId: id, outcome: 'abandoned' });
    const { undo } = await desk.call('desk.getUndoable', {});
    return { id, deviceId: confirmed.device?.id ?? '', commandId: undo?.id ?? '' };
  }

  it('asks for the proofs anew where the device was sold meanwhile', async () => {
    const { id, deviceId, commandId } = await closedBySlip();
    const other = await open();
    const buyer = await desk.call('customer.create', {
      ticketId: other.id,
      name: 'Bo',
      phones: [],
      emails: [],
    });
    const customerId = buyer.ticket.state.customerId ?? '';
    await desk.call('device.setOwner', { deviceId, customerId, reason: 'sold' });
    await desk.call('desk.undo', { commandId });
    const { ticket } = await desk.call('ticket.get', { ticketId: id });
    expect(ticket.state).toMatchObject({ status: 'open', isOwnershipConfirmed: false });
  });

  it('keeps them where nothing else has happened', async () => {
    const { id, commandId } = await closedBySlip();
    await desk.call('desk.undo', { commandId });
    const { ticket } = await desk.call('ticket.get', { ticketId: id });
    expect(ticket.state).toMatchObject({ status: 'open', isOwnershipConfirmed: true });
  });
});

it('shows on the page of a former owner that a device went, and to whom', async () => {
  const { id } = await open();
  const device = { serial: '4K01', deviceKind: 'recorder', model: '' } as const;
  await desk.call('ticket.attachDevice', { ticketId: id, ...device });
  const made = await desk.call('customer.create', { ticketId: id, name: 'Anna', phones: [], emails: [] });
  const [annaId, deviceId] = [made.ticket.state.customerId ?? '', made.ticket.device?.id ?? ''];
  const buyer = await desk.call('customer.create', {
    ticketId: (await open()).id,
    name: 'Bo',
    phones: [],
    emails: [],
  });
  const customerId = buyer.ticket.state.customerId ?? '';
  await desk.call('device.setOwner', { deviceId, customerId, reason: 'sold' });
  const { devices, timeline } = await desk.call('customer.getPage', { customerId: annaId });
  expect(devices).toEqual([]);
  expect(timeline.filter((entry) => entry.device !== null)).toMatchObject([
    {
      device: { id: deviceId, serial: '4K01' },
      entry: { reason: 'sold', changes: [{ name: 'customerId', before: 'Anna', after: 'Bo' }] },
    },
  ]);
  const other = await desk.call('customer.getPage', { customerId });
  expect(other.timeline.filter((entry) => entry.device !== null)).toEqual([]);
});
