import { describe, expect, it } from 'vitest';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import type { TicketCommand } from './command.ts';
import { decide } from './decide.ts';
import { proofsSince } from './ownership.ts';
import { replay } from './replay.ts';
import { type TicketEvent, type TicketState, ticketStateSchema } from './schema.ts';

const [anna, bruno] = [crypto.randomUUID(), crypto.randomUUID()];
const [recorder, camera] = [crypto.randomUUID(), crypto.randomUUID()];

function newTicket() {
  let state: TicketState | null = null;
  const events: TicketEvent[] = [];
  const ask = (command: TicketCommand) => decide(state, command, playbook, 1000);
  const tell = (command: TicketCommand): TicketState => {
    const decision = ask(command);
    if (!decision.ok) throw new Error(`Refused: ${decision.refusal.message}`);
    state = decision.state;
    events.push(...decision.events);
    return decision.state;
  };
  const answer = (answerId: string): TicketCommand => ({
    type: 'answerStep',
    stepId: state?.stepId ?? '',
    answerId,
    evidence: ['mailboxKnown'],
    mailAddress: null,
  });
  tell({ type: 'open' });
  return {
    ask,
    tell,
    events,
    confirm: () => tell(answer('shown')),
    asked: (answerId: string) => ask(answer(answerId)),
    call: (customerId: string, ownerId: string | null = null) =>
      tell({ type: 'attachCustomer', customerId, ownerId }),
    hold: (deviceId: string, ownerId: string | null = null) =>
      tell({ type: 'attachDevice', deviceId, serial: '4G0A1B2PAZ', ownerId }),
  };
}

const confirmed = { isOwnershipConfirmed: true, evidence: ['mailboxKnown'], proofsSetAside: null };
const setAside = (proofsSetAside: string) => ({ isOwnershipConfirmed: false, evidence: [], proofsSetAside });

describe('proofs of ownership', () => {
  it('stay with a caller who is only named later, and with a device that nobody else owns', () => {
    const ticket = newTicket();
    ticket.confirm();
    expect(ticket.call(anna)).toMatchObject(confirmed);
    expect(ticket.hold(recorder, anna)).toMatchObject(confirmed);
  });

  it('are those of the caller: of another one they are asked for anew', () => {
    const ticket = newTicket();
    ticket.call(anna);
    ticket.confirm();
    expect(ticket.call(bruno)).toMatchObject(setAside('otherCaller'));
  });

  it('are those of the device', () => {
    const ticket = newTicket();
    ticket.hold(recorder);
    ticket.confirm();
    expect(ticket.hold(camera)).toMatchObject(setAside('otherDevice'));
  });

  it.each([
    ['the device', (ticket: ReturnType<typeof newTicket>) => ticket.hold(recorder, bruno)],
    ['the caller', (ticket: ReturnType<typeof newTicket>) => ticket.call(anna, bruno)],
  ])('do not count once %s shows that somebody else owns it', (_, tell) => {
    const ticket = newTicket();
    ticket.confirm();
    expect(tell(ticket)).toMatchObject(setAside('otherOwner'));
  });

  it('that were refused are nobody else’s either', () => {
    const ticket = newTicket();
    ticket.call(anna);
    ticket.tell({
      type: 'recordOwnership',
      checklist: [],
      evidence: ['labelSeen'],
      ownEvidence: ['Contract'],
    });
    expect(ticket.call(bruno)).toMatchObject({ evidence: [], ownEvidence: [] });
  });
});

describe('a ticket whose proofs were set aside', () => {
  function ticketOfAnotherCaller() {
    const ticket = newTicket();
    ticket.call(anna);
    ticket.confirm();
    ticket.call(bruno);
    return ticket;
  }

  it('goes on only once they were seen of who calls now', () => {
    const ticket = ticketOfAnotherCaller();
    expect(ticket.asked('visible')).toMatchObject({
      refusal: { message: 'Ownership has to be shown again before this ticket goes on.' },
    });
    ticket.tell({ type: 'recordOwnership', checklist: [], evidence: ['labelSeen'], ownEvidence: [] });
    expect(ticket.asked('visible')).toMatchObject({ ok: true });
  });

  it('can end without a reset, and can go back to the step that asks', () => {
    const ticket = ticketOfAnotherCaller();
    ticket.tell({ type: 'recordScan', scanId: anna, fingerprint: 'a'.repeat(64), source: 'file' });
    expect(ticket.ask({ type: 'close', outcome: 'abandoned', mergedIntoTicketId: null })).toMatchObject({
      ok: true,
    });
    ticket.tell({ type: 'reopenStep', stepId: 'ownership' });
    expect(ticket.confirm()).toMatchObject(confirmed);
  });

  it('folds from its trail, and earlier trails fold as before', () => {
    const { events } = ticketOfAnotherCaller();
    const dated = events.map((event) => ({ at: 1, event }));
    expect(replay(dated, () => playbook)).toMatchObject(setAside('otherCaller'));
    const earlier = dated.filter(({ event }) => event.type !== 'proofsSetAside');
    expect(replay(earlier, () => playbook)).toMatchObject({ ...confirmed, customerId: bruno });
    const { proofsSetAside: _, ...stored } = replay(earlier, () => playbook) ?? {};
    expect(ticketStateSchema.parse(stored).proofsSetAside).toBeNull();
  });
});

describe('what is ticked', () => {
  it('counts from where the caller or the device was last changed', () => {
    const ticket = newTicket();
    const since = () => proofsSince(ticket.events.map((event, index) => ({ event, sequence: index + 1 })));
    ticket.call(anna);
    ticket.hold(recorder);
    expect(since()).toBe(0);
    ticket.call(bruno);
    expect(since()).toBe(4);
    ticket.hold(camera);
    expect(since()).toBe(5);
  });
});
