import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResetScan } from '../../../core/contract/ticket-calls.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 4, 5, 6);

describe('the picture of a code', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let desk: TestDesk;

  beforeEach(async () => {
    folder = temporaryFolder();
    desk = await openTestDesk(folder.file);
  });

  afterEach(async () => {
    await desk.close();
    folder.remove();
  });

  const open = (scan: ResetScan) => desk.call('ticket.open', { by: 'resetQr', scan });
  const cropOf = async (scanId: string) => (await desk.call('scan.getCrop', { scanId })).crop;

  it.each([
    ['PNG', PNG],
    ['JPEG', JPEG],
  ])('is kept with its scan (%s)', async (_, crop) => {
    const { ticket } = await open({ ...resetScan(), crop });
    const [scan] = ticket.scans;
    expect(scan?.hasCrop).toBe(true);
    expect(Array.from((await cropOf(scan?.id ?? '')) ?? [])).toEqual([...crop]);
  });

  it('is not there for a scan without one', async () => {
    const { ticket } = await open(resetScan());
    const [scan] = ticket.scans;
    expect(scan?.hasCrop).toBe(false);
    expect(await cropOf(scan?.id ?? '')).toBeNull();
  });

  it('moves to the ticket that a merge keeps', async () => {
    const device = { serial: '4K002C6PAJA49A7', deviceKind: 'recorder', model: '' } as const;
    await desk.call('ticket.open', { by: 'serial', ...device });
    const { ticket } = await open({ ...resetScan(), crop: PNG });
    const merged = await desk.call('ticket.attachDevice', { ticketId: ticket.id, ...device });
    expect(merged.ticket.id).not.toBe(ticket.id);
    expect(merged.ticket.scans.map((scan) => scan.hasCrop)).toEqual([true]);
    expect(await cropOf(ticket.scans[0]?.id ?? '')).not.toBeNull();
  });

  it('is purged with the payload when the ticket closes, and only there', async () => {
    const { ticket } = await open({ ...resetScan(), crop: PNG });
    const { ticket: other } = await open({ ...resetScan(), crop: JPEG });
    const closed = await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    expect(closed.ticket.scans).toMatchObject([{ payload: null, hasCrop: false }]);
    expect(await cropOf(ticket.scans[0]?.id ?? '')).toBeNull();
    expect(await cropOf(other.scans[0]?.id ?? '')).not.toBeNull();
  });

  it.each([
    ['too large', new Uint8Array(100_001).fill(0xff).with(1, 0xd8)],
    ['of another kind', Uint8Array.of(0x47, 0x49, 0x46, 0x38)],
    ['empty', new Uint8Array()],
  ])('is refused when it is %s', async (_, crop) => {
    await expect(open({ ...resetScan(), crop })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
