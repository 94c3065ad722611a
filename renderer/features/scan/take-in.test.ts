import { describe, expect, it } from 'vitest';
import type { CallInput, CallName } from '../../../core/contract/contract.ts';
import { foundText } from './found.ts';
import type { Place } from './intake.ts';
import { takeIn } from './take-in.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;
const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:SECRET99}';
const shownTicketId = '0190d6a0-0000-7000-8000-000000000001';
const misfit = { reason: 'anotherCode' };

/** A backend with one ticket, that says what does not fit it. */
function backend(answers: { readonly misfit: unknown; readonly status?: 'open' | 'closed' }) {
  const calls: [CallName, unknown][] = [];
  const state = { status: answers.status ?? 'open' };
  const ticket = { id: shownTicketId, number: 1, state, device: null, customer: null };
  const call = async (name: CallName, input: CallInput<CallName>) => {
    calls.push([name, input]);
    if (name === 'ticket.checkFit') return { misfit: answers.misfit };
    return { ticket, isOther: false, isExisting: false };
  };
  // The answers hold only what is looked at.
  return { client: { call: call as never }, calls };
}

const take = async (
  text: string,
  place: Place | null,
  answers: Parameters<typeof backend>[0],
  found = foundText(text),
) => {
  const { client, calls } = backend(answers);
  const taken = await takeIn(client, { found, source: 'camera', shownTicketId, place });
  return { taken, names: calls.map(([name]) => name), inputs: calls.map(([, input]) => input) };
};

describe('takeIn', () => {
  it.each([RESET, LABEL, '4K002C6PAJA49A7'])(
    'changes nothing while it may not belong here: %#',
    async (text) => {
      const { taken, names } = await take(text, null, { misfit });
      expect(taken).toEqual({ misfit });
      expect(names).toEqual(['ticket.get', 'ticket.checkFit']);
    },
  );

  it('asks about the code and the label that was seen beside it in one go', async () => {
    const label = { kind: 'deviceLabel', serial: '4K002C6PAJA49A7', model: null } as never;
    const found = { ...foundText(RESET), label };
    const { inputs } = await take(RESET, null, { misfit }, found);
    expect(inputs[1]).toEqual({
      ticketId: shownTicketId,
      fingerprint: found.fingerprint,
      serial: '4K002C6PAJA49A7',
    });
  });

  it('puts it here, or into a new ticket, once the agent says so', async () => {
    expect((await take(RESET, 'here', { misfit })).names).toEqual(['ticket.get', 'ticket.recordScan']);
    expect((await take(RESET, 'there', { misfit })).names).toEqual(['ticket.open']);
    const agreed = await take(LABEL, 'here', { misfit });
    expect(agreed.names).toEqual(['ticket.get', 'ticket.attachDevice']);
    expect(agreed.inputs[1]).toMatchObject({ isMergeAgreed: true });
  });

  it('goes on unasked where nothing speaks against it, and never into a closed ticket', async () => {
    expect((await take(RESET, null, { misfit: null })).names.at(-1)).toBe('ticket.recordScan');
    expect((await take(RESET, null, { misfit, status: 'closed' })).names).toEqual([
      'ticket.get',
      'ticket.open',
    ]);
  });

  it('asks nothing of a code that is of no use', async () => {
    const { taken, names } = await take('https://example.com/app', null, { misfit });
    expect({ taken, names }).toEqual({ taken: null, names: ['ticket.get'] });
  });

  it('asks at the ticket that a known code leads to whether the label beside it belongs there', async () => {
    const label = { kind: 'deviceLabel', serial: '4K002C6PAJA49A7', model: null } as never;
    const found = { ...foundText(RESET), label };
    const { taken, names, inputs } = await take(RESET, 'there', { misfit }, found);
    expect(names).toEqual(['ticket.open', 'ticket.checkFit']);
    expect(inputs[1]).toEqual({ ticketId: shownTicketId, fingerprint: null, serial: '4K002C6PAJA49A7' });
    expect(taken).toMatchObject({ labelLeft: { misfit, found: { reading: label, label: null } } });
    const fitting = await take(RESET, 'there', { misfit: null }, found);
    expect(fitting.names).toEqual(['ticket.open', 'ticket.checkFit', 'ticket.attachDevice']);
    expect(fitting.taken).toMatchObject({ labelLeft: null });
  });
});
