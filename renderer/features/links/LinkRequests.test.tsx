import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallInput, CallOutput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { SearchHit } from '../../../core/contract/search-calls.ts';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import { ticketStateSchema } from '../../../core/ticket/schema.ts';
import type { Answers } from '../../testing/bridge.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkRequests } from './LinkRequests.tsx';

vi.mock('../scan/index.ts', () => ({ useScanner: () => ({ openScanner: () => undefined }) }));

const caller = (phone: string): LinkRequest => ({ kind: 'new', phone, name: '' });
const ID = 'b7c86bcb-8dbf-4a3e-9f0e-5f1f0d3f1a52';
const none: CallOutput<'desk.search'> = { groups: [] };
const state = ticketStateSchema.parse({
  playbookId: 'small',
  playbookVersion: 1,
  stepId: 'ownership',
  passedSteps: [],
  status: 'open',
  outcome: null,
  customerId: null,
  deviceId: null,
  evidence: [],
  isOwnershipConfirmed: false,
  currentFingerprint: null,
  codesRequestedByFingerprint: {},
  request: null,
  wrongCodesInARow: 0,
  lockedUntil: null,
});
const ticketOpen: CallOutput<'ticket.open'> = {
  isExisting: false,
  ticket: {
    id: ID,
    number: 1,
    lane: 'now',
    version: 1,
    openedAt: 0,
    state,
    customer: null,
    device: null,
    owner: null,
    lastReset: null,
    site: null,
    scans: [],
    history: [],
    deviceUse: null,
    otherTickets: [],
  },
};
const unmarked = (text: string) => ({ text, marks: [] });
const ticketSeven: SearchHit = {
  kind: 'ticket',
  ticketId: ID,
  number: 7,
  lane: 'now',
  outcome: null,
  numberText: unmarked('7'),
  customerName: unmarked(''),
  phone: unmarked(''),
  serial: unmarked(''),
};

function show(links: LinkRequest[], answers: Answers = {}) {
  return showAtDesk(<LinkRequests />, { 'link.take': { links }, ...answers });
}

async function agree(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name: new RegExp(name) });
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false), { timeout: 2_000 });
  fireEvent.click(button);
}

// It is loaded later; the first test should not wait for that.
beforeAll(async () => {
  await import('./LinkDialog.tsx');
});
beforeEach(() => bridge.forget());

describe('links', () => {
  it('are asked about one after the other, and none is lost', async () => {
    show([caller('0301'), caller('0302')]);
    await screen.findByText(say('links:newFor', { caller: '0301' }));
    bridge.tell('link.requested', { link: caller('0303') });
    for (const next of ['0302', '0303']) {
      fireEvent.keyDown(document.body, { key: 'Escape', code: 'Escape' });
      await screen.findByText(say('links:newFor', { caller: next }));
    }
  });

  it('open one ticket, also when the caller could be put down at the second try only', async () => {
    let isFailing = true;
    const put = (_input: CallInput<'draft.put'>) =>
      isFailing ? new CallError('internal', 'full') : ({} satisfies CallOutput<'draft.put'>);
    const { places } = show([caller('0301')], { 'ticket.open': ticketOpen, 'draft.put': put });
    await agree(say('links:open'));
    await waitFor(() => expect(bridge.inputsOf('draft.put')).toHaveLength(1));
    isFailing = false;
    await agree(say('links:open'));
    await waitFor(() => expect(places.at(-1)).toBe(`/ticket/${ID}`));
    expect(bridge.inputsOf('ticket.open')).toHaveLength(1);
  });

  it('whose ticket could not be looked for say so, and look again', async () => {
    let isFailing = true;
    const search = () => (isFailing ? new CallError('internal', 'gone') : none);
    show([{ kind: 'ticket', number: 7 }], { 'desk.search': search });
    await screen.findByText(say('links:unknownTicket', { number: 7 }));
    isFailing = false;
    await agree(say('common:actions.retry'));
    await screen.findByText(say('links:noTicket', { number: 7 }));
  });

  it('leave no open dialog unasked', async () => {
    const found: CallOutput<'desk.search'> = {
      groups: [{ group: 'tickets', hits: [ticketSeven], next: null }],
    };
    const { places } = showAtDesk(
      <>
        <Dialog title="Work" isOpen onClose={() => undefined}>
          Half done
        </Dialog>
        <LinkRequests />
      </>,
      {
        'link.take': { links: [{ kind: 'ticket', number: 7 }] },
        'desk.search': found,
      },
    );
    await screen.findByText(say('links:ticketFromPage', { number: 7 }));
    expect(places).toEqual(['/']);
  });
});
