import { describe, expect, it } from 'vitest';
import { type Playbook, playbookSchema } from '../playbook/schema.ts';
import { smallPlaybook } from '../playbook/small-playbook.fixture.ts';
import type { TicketCommand } from './command.ts';
import { decide } from './decide.ts';
import { playbooksOf, replay } from './replay.ts';
import type { TicketEvent, TicketState } from './schema.ts';

const fingerprint = 'a'.repeat(64);

/** The fixture with a way out to the chooser at `wait`, and shorter limits from version 2 on. */
function variant(id: string, version: number, lockMs: number): Playbook {
  const steps = smallPlaybook.steps.map((step) => {
    if (step.id === 'ownership')
      return { ...step, passWhen: { condition: 'ownershipConfirmed', leadsTo: 'findQr' } };
    if (step.id !== 'wait') return step;
    const lost = { id: 'lost', label: { en: 'Lost' }, leadsTo: '@chooser', learns: { mailbox: 'lost' } };
    return { ...step, answers: [...step.answers, lost] };
  });
  return playbookSchema.parse({
    ...smallPlaybook,
    id,
    version,
    steps,
    limits: { ...smallPlaybook.limits, lockMs },
  });
}

const first = variant('first', 1, 300_000);
const second = variant('second', 4, 60_000);

/** A ticket with its trail, told one command after another. */
function newTicket(playbook: Playbook) {
  let on = playbook;
  let state: TicketState | null = null;
  let now = 1000;
  const trail: { event: TicketEvent; at: number }[] = [];
  const ask = (command: TicketCommand) => decide(state, command, on, now);
  const tell = (command: TicketCommand): TicketState => {
    const decision = ask(command);
    if (!decision.ok) throw new Error(decision.refusal.message);
    trail.push(...decision.events.map((event) => ({ event, at: now })));
    if (command.type === 'takeRoute') on = command.playbook;
    state = decision.state;
    return decision.state;
  };
  const answer = (answerId: string) =>
    tell({
      type: 'answerStep',
      stepId: state?.stepId ?? '',
      answerId,
      evidence: ['atDevice'],
      mailAddress: null,
    });
  const scan = () =>
    tell({
      type: 'recordScan',
      scanId: '0192f0c1-0000-7000-8000-000000000001',
      fingerprint,
      source: 'screen',
      vendorFamily: 'dahua',
    });
  const wait = (ms: number) => {
    now += ms;
  };
  return { trail, ask, tell, answer, scan, wait };
}

function failedTicket() {
  const ticket = newTicket(first);
  ticket.tell({ type: 'open' });
  ticket.scan();
  for (const id of ['shown', 'byDmss']) ticket.answer(id);
  const state = ticket.answer('lost');
  return { ticket, state };
}

describe('a route that fails', () => {
  it('leads to the chooser, with what the answer taught and what was known then', () => {
    const { ticket, state } = failedTicket();
    expect(state).toMatchObject({
      stepId: '@chooser',
      playbookId: 'first',
      situation: { resetPage: 'qr', vendor: 'dahua', mailbox: 'lost' },
      routes: [{ playbookId: 'first', hasFailed: true, situation: { mailbox: 'lost' } }],
    });
    expect(ticket.trail.slice(-3).map(({ event }) => event.type)).toEqual([
      'stepAnswered',
      'situationLearned',
      'routeFailed',
    ]);
  });

  it('takes no answer there, but can be gone back into', () => {
    const { ticket } = failedTicket();
    expect(ticket.ask({ ...answerAt('@chooser'), answerId: 'x' })).toMatchObject({ ok: false });
    expect(ticket.tell({ type: 'reopenStep', stepId: 'wait' })).toMatchObject({ stepId: 'wait', routes: [] });
  });
});

const answerAt = (stepId: string) =>
  ({ type: 'answerStep', stepId, answerId: '', evidence: [], mailAddress: null }) as const;

describe('another route', () => {
  it('starts past what is done already and keeps all that was recorded', () => {
    const { ticket } = failedTicket();
    const state = ticket.tell({ type: 'takeRoute', playbook: second });
    expect(state).toMatchObject({
      playbookId: 'second',
      playbookVersion: 4,
      stepId: 'submit',
      isOwnershipConfirmed: true,
      currentFingerprint: fingerprint,
      codesRequestedByFingerprint: { [fingerprint]: 1 },
      request: { channel: 'dmss' },
      routes: [{ playbookId: 'first', hasFailed: true }],
    });
    expect(state.passedSteps.map(({ stepId }) => stepId)).toEqual(['ownership', 'findQr', 'scan']);
  });

  it('is left and taken up again where it was', () => {
    const ticket = newTicket(first);
    ticket.tell({ type: 'open' });
    ticket.scan();
    for (const id of ['shown', 'byDmss']) ticket.answer(id);
    ticket.tell({ type: 'takeRoute', playbook: second });
    const state = ticket.tell({ type: 'takeRoute', playbook: first });
    expect(state).toMatchObject({ playbookId: 'first', stepId: 'wait', routes: [{ playbookId: 'second' }] });
    expect(state.passedSteps.at(-1)?.stepId).toBe('submit');
  });

  it('starts anew when it had failed', () => {
    const { ticket } = failedTicket();
    expect(ticket.tell({ type: 'takeRoute', playbook: first })).toMatchObject({
      stepId: 'submit',
      routes: [],
    });
  });

  it('changes nothing when it is the one the ticket is on', () => {
    const ticket = newTicket(first);
    ticket.tell({ type: 'open' });
    expect(ticket.ask({ type: 'takeRoute', playbook: first })).toMatchObject({ ok: true, events: [] });
  });
});

describe('a brand that was told', () => {
  it('is not overwritten by the neutral header of a QR', () => {
    const ticket = newTicket(first);
    ticket.tell({ type: 'open' });
    ticket.tell({ type: 'learn', learned: { vendor: 'amcrest' } });
    expect(ticket.scan().situation).toEqual({
      vendor: 'amcrest',
      resetPage: 'qr',
      resetQr: 'dahua',
    });
    expect(ticket.ask({ type: 'learn', learned: { vendor: 'amcrest' } })).toMatchObject({ events: [] });
  });
});

describe('replay', () => {
  it('counts each event by the limits of the version that the ticket was on then', () => {
    const { ticket } = failedTicket();
    ticket.tell({ type: 'reopenStep', stepId: 'wait' });
    ticket.answer('arrived');
    ticket.answer('locked');
    ticket.tell({ type: 'takeRoute', playbook: second });
    ticket.answer('byDmss');
    ticket.answer('arrived');
    ticket.wait(1000);
    const state = ticket.answer('locked');
    expect(state.lockedUntil).toBe(2000 + 60_000);
    const find = ({ id }: { readonly id: string }) => (id === 'first' ? first : second);
    expect(replay(ticket.trail, find)).toEqual(state);
    const beforeTheChange = ticket.trail.findIndex(({ event }) => event.type === 'routeChanged');
    expect(replay(ticket.trail.slice(0, beforeTheChange), find)?.lockedUntil).toBe(1000 + 300_000);
    expect(playbooksOf(ticket.trail.map(({ event }) => event))).toEqual([
      { id: 'first', version: 1 },
      { id: 'second', version: 4 },
    ]);
  });

  it('refuses a trail that does not begin with the opening', () => {
    expect(() => replay([{ event: { type: 'codeAccepted' }, at: 0 }], () => first)).toThrow('ticketOpened');
    expect(replay([], () => first)).toBeNull();
  });
});
