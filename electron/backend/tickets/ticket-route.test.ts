import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { playbookSchema } from '../../../core/playbook/schema.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const folder = () => join(dirname(place.file), 'playbooks');
let place: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;

/** A second route beside the fixture, for those whose mailbox is lost. */
const other = playbookSchema.parse({
  ...smallPlaybook,
  id: 'other',
  title: { en: 'Other' },
  suits: {
    why: { en: 'Works without the mailbox.' },
    preference: 50,
    needs: [{ key: 'mailbox', anyOf: ['lost'], because: { en: 'The mailbox can be opened.' } }],
  },
});

/** The test desk has no questions, so needs are checked against none; a file may name none either. */
const otherFile = { ...other, suits: { ...other.suits, needs: [] } };

async function writePlaybook(name: string, playbook: unknown): Promise<void> {
  await writeFile(join(folder(), name), JSON.stringify(playbook));
}

beforeEach(async () => {
  place = temporaryFolder();
  await mkdir(folder());
  await writePlaybook('other.json', otherFile);
  desk = await openTestDesk(place.file);
  await desk.approveProcedures();
});

afterEach(async () => {
  await desk.close();
  place.remove();
});

describe('another route', () => {
  it('is taken from the list, kept with the ticket, and named in its history', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    const changed = await desk.call('ticket.takeRoute', { ticketId: ticket.id, playbookId: 'other' });
    expect(changed.ticket.state).toMatchObject({ playbookId: 'other', playbookVersion: 1 });
    expect(changed.ticket.state.routes).toMatchObject([{ playbookId: smallPlaybook.id, hasFailed: false }]);
    const last = changed.ticket.history.filter(({ event }) => event.type === 'routeChanged');
    expect(last).toHaveLength(1);
  });

  it('is refused when there is none of that name or the ticket is on it', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    for (const playbookId of ['nobody', smallPlaybook.id]) {
      const call = desk.call('ticket.takeRoute', { ticketId: ticket.id, playbookId });
      await expect(call).rejects.toMatchObject({ code: 'refused' });
    }
  });

  it('learns what the agent was told, once', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const learned = { ticketId: ticket.id, learned: { mailbox: 'lost' } };
    const first = await desk.call('ticket.learn', learned);
    const again = await desk.call('ticket.learn', learned);
    expect(again.ticket.state.situation).toEqual({ mailbox: 'lost' });
    expect(again.ticket.version).toBe(first.ticket.version);
  });
});

describe('a ticket on a procedure whose file is gone', () => {
  it('opens on its version, and goes on', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.takeRoute', { ticketId: ticket.id, playbookId: 'other' });
    await desk.close();
    await rm(folder(), { recursive: true });
    desk = await openTestDesk(place.file);
    const found = await desk.call('playbook.find', { refs: [{ id: 'other', version: 1 }] });
    expect(found.playbooks).toMatchObject([{ id: 'other', title: { en: 'Other' } }]);
    const list = await desk.call('playbook.list', {});
    expect(list.playbooks.map(({ id }) => id)).toEqual([smallPlaybook.id]);
    const answered = await desk.call('ticket.answerStep', {
      ticketId: ticket.id,
      stepId: 'ownership',
      answerId: 'shown',
      evidence: ['atDevice'],
      mailAddress: null,
    });
    expect(answered.ticket.state).toMatchObject({ playbookId: 'other', isOwnershipConfirmed: true });
  });
});

describe('the folder of the supervisor', () => {
  it('is read again when a file changes, and a broken one breaks nothing', async () => {
    const { folder: shown } = await desk.call('playbook.listSources', {});
    expect(shown).toBe(folder());
    await writeFile(join(folder(), 'other.json'), '{ broken');
    await vi.waitFor(
      async () =>
        expect((await desk.call('playbook.listSources', {})).sources).toMatchObject([
          { id: smallPlaybook.id, state: 'inUse', file: null },
          { file: 'other.json', state: 'refused', problems: [{ place: { line: 1, column: 3 } }] },
        ]),
      5000,
    );
    expect(desk.announced.map(({ name }) => name)).toContain('playbook.changed');
    expect((await desk.call('playbook.list', {})).playbooks).toHaveLength(1);
  });
});
