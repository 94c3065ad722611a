import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canOpen, MAX_ATTACHMENT_BYTES } from '../../../core/ticket/attachment.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
let ticketId: string;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
  ticketId = (await desk.call('ticket.open', { by: 'hand' })).ticket.id;
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

const add = (name: string, content: Uint8Array<ArrayBuffer>) =>
  desk.call('attachment.add', { ticketId, name, content });
const list = async () => (await desk.call('attachment.list', { ticketId })).attachments;
const historyOf = async () =>
  (await desk.call('ticket.get', { ticketId })).ticket.history.map(({ event }) => event);

/** More than two parts of the store. */
const photo = Uint8Array.from({ length: 600_001 }, (_, index) => (index * 7) % 251);

async function countParts(): Promise<unknown> {
  const connection = await connect(folder.file, testKey, { mustExist: true });
  const count = connection.prepare('select count(*) from attachment_parts').pluck().get();
  connection.close();
  return count;
}

describe('an attachment', () => {
  it('comes out as it went in, and is in the trail', async () => {
    const { attachment } = await add('Label Overbeeke.jpg', photo);
    expect(await list()).toEqual([attachment]);
    expect(attachment).toMatchObject({
      name: 'Label Overbeeke.jpg',
      sizeBytes: photo.length,
      actor: 'Test agent',
    });
    const read = await desk.call('store.readAttachment', { attachmentId: attachment.id });
    expect(Buffer.from(read.content).equals(Buffer.from(photo))).toBe(true);
    expect((await historyOf()).at(-1)).toMatchObject({
      type: 'attachmentAdded',
      name: 'Label Overbeeke.jpg',
    });
    expect(await desk.call('audit.checkTicket', { ticketId })).toEqual({ brokenAt: null });
  });

  it('that is removed leaves no content, and the trail says so', async () => {
    const { attachment } = await add('a.jpg', photo);
    expect(await countParts()).toBe(3);
    await desk.call('attachment.remove', { attachmentId: attachment.id });
    expect([await list(), await countParts()]).toEqual([[], 0]);
    expect((await historyOf()).at(-2)).toMatchObject({ type: 'attachmentAdded', name: null });
    expect(await desk.call('audit.checkTicket', { ticketId })).toEqual({ brokenAt: null });
    expect((await historyOf()).at(-1)).toEqual({ type: 'attachmentRemoved', attachmentId: attachment.id });
    await expect(desk.call('store.readAttachment', { attachmentId: attachment.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it.each([
    ['empty', 0],
    ['too large', MAX_ATTACHMENT_BYTES + 1],
  ])('that is %s is refused', async (_, length) => {
    await expect(add('a.jpg', new Uint8Array(length))).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await list()).toEqual([]);
  });

  it('is not undone, nor in the way of an undo', async () => {
    await desk.call('ticket.addNote', { ticketId, text: 'x' });
    await add('a.jpg', photo);
    await desk.call('desk.undo', { commandId: null });
    expect(await list()).toHaveLength(1);
  });

  it('goes with its name when the customer is erased', async () => {
    const made = await desk.call('customer.create', { ticketId, name: 'Anna', phones: [], emails: [] });
    const customerId = made.ticket.customer?.id ?? '';
    await add('Anna Overbeeke.pdf', photo);
    await desk.call('ticket.close', { ticketId, outcome: 'abandoned' });
    expect(await desk.call('customer.previewErase', { customerId })).toMatchObject({
      attachments: 1,
      texts: 0,
    });
    await desk.call('customer.erase', { customerId, nameInstead: 'Erased' });
    expect([await list(), await countParts()]).toEqual([[], 0]);
    expect(JSON.stringify(await historyOf())).not.toContain('Overbeeke');
    expect(await desk.call('audit.checkTicket', { ticketId })).toEqual({ brokenAt: null });
  });
});

describe('the file that is shown or saved', () => {
  it('is opened only where a program shows it and none runs it', () => {
    expect(['a.pdf', 'b.JPG', 'c.docx'].every(canOpen)).toBe(true);
    expect(['a.exe', 'b.bat', 'c.html', 'd.pdf.js', 'e', 'f.desktop', 'g.svg'].some(canOpen)).toBe(false);
  });
});
