import { describe, expect, it } from 'vitest';
import { offeredAnswers } from '../playbook/engine.ts';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import { practiceLimits as limits } from '../practice/limits.ts';
import type { TicketCommand } from './command.ts';
import { decide } from './decide.ts';
import { type ContradictedLimit, type TicketEvent, type TicketState, ticketStateSchema } from './schema.ts';

const first = 'a'.repeat(64);
const second = 'b'.repeat(64);
const minute = 60_000;

/** A ticket under test: `tell` must be accepted, `ask` may be refused. */
function newTicket() {
  let now = 1_000_000;
  let state: TicketState | null = null;
  const history: TicketEvent[] = [];
  const ask = (command: TicketCommand) => decide(state, command, playbook, now);
  const tell = (command: TicketCommand): TicketState => {
    const decision = ask(command);
    if (!decision.ok) throw new Error(`Refused: ${decision.refusal.message}`);
    state = decision.state;
    history.push(...decision.events);
    return decision.state;
  };
  const answerOf = (answerId: string, mailAddress: string | null = null): TicketCommand => ({
    type: 'answerStep',
    stepId: state?.stepId ?? '',
    answerId,
    evidence: ['atDevice'],
    mailAddress,
  });
  return {
    ask,
    tell,
    answer: (answerId: string, mailAddress?: string) => tell(answerOf(answerId, mailAddress ?? null)),
    asked: (answerId: string) => ask(answerOf(answerId)),
    /** The first condition that keeps an answer from being given. */
    lackedBy: (answerId: string) =>
      state === null
        ? null
        : offeredAnswers(playbook, state, now).find(({ answer }) => answer.id === answerId)?.unmetCondition,
    /** The limits that speak against an answer, and do not keep it from being given. */
    warnedOf: (answerId: string) =>
      state === null
        ? null
        : offeredAnswers(playbook, state, now).find(({ answer }) => answer.id === answerId)?.warnings,
    scan: (fingerprint: string) =>
      tell({ type: 'recordScan', scanId: crypto.randomUUID(), fingerprint, source: 'screen' }),
    wait: (ms: number) => {
      now += ms;
      return now;
    },
    types: () => history.map((event) => event.type),
  };
}

function ticketAtCode() {
  const ticket = newTicket();
  ticket.tell({ type: 'open' });
  ticket.answer('shown');
  ticket.scan(first);
  ticket.answer('byDmss');
  ticket.answer('arrived');
  return ticket;
}

const refused = (message: string) => ({ ok: false, refusal: { code: 'refused', message } });
/** What the device did is recorded, and that a limit of its source says otherwise. */
const contradicting = (condition: ContradictedLimit) =>
  expect.objectContaining({
    ok: true,
    events: expect.arrayContaining([{ type: 'limitContradicted', condition }]),
  });

describe('the way through a ticket', () => {
  it('records each move as an event, and closes as resolved', () => {
    const ticket = ticketAtCode();
    ticket.answer('accepted');
    ticket.answer('set');
    const state = ticket.answer('loggedIn');
    expect(state).toMatchObject({ status: 'closed', outcome: 'resolved', stepId: 'ended' });
    expect(ticket.types()).toEqual([
      'ticketOpened',
      ...['stepAnswered', 'ownershipRecorded'],
      ...['scanRecorded', 'stepPassed', 'stepPassed'],
      ...['stepAnswered', 'requestSubmitted'],
      ...['stepAnswered', 'codeArrived'],
      ...['stepAnswered', 'codeAccepted'],
      ...['stepAnswered', 'passwordAccepted'],
      ...['stepAnswered', 'loginVerified', 'ticketClosed'],
    ]);
  });

  it('skips "find the QR" and "scan" when the QR was scanned before ownership was shown', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    expect(ticket.scan(first).stepId).toBe('ownership');
    const state = ticket.answer('shown');
    expect(state.stepId).toBe('submit');
    expect(state.passedSteps).toEqual([
      { stepId: 'ownership', answerId: 'shown', at: 1_000_000 },
      { stepId: 'findQr', answerId: null, at: 1_000_000 },
      { stepId: 'scan', answerId: null, at: 1_000_000 },
    ]);
  });

  it('keeps the evidence with the ownership', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    expect(ticket.answer('shown')).toMatchObject({ isOwnershipConfirmed: true, evidence: ['atDevice'] });
  });

  it('closes as refused when ownership is not shown', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    expect(ticket.answer('notShown')).toMatchObject({
      status: 'closed',
      outcome: 'refused',
      isOwnershipConfirmed: false,
    });
  });
});

describe('answering a step', () => {
  it('is a conflict at a step that has been left', () => {
    const ticket = ticketAtCode();
    const late = ticket.ask({
      type: 'answerStep',
      stepId: 'wait',
      answerId: 'arrived',
      evidence: [],
      mailAddress: null,
    });
    expect(late).toEqual({
      ok: false,
      refusal: { code: 'conflict', message: 'The ticket is at another step by now.' },
    });
  });

  it('refuses an answer the step does not have', () => {
    expect(ticketAtCode().asked('shown')).toEqual(refused('This step has no such answer.'));
  });

  it('warns of a third code for the same QR and takes a first one for another QR', () => {
    const ticket = ticketAtCode();
    ticket.tell({ type: 'reopenStep', stepId: 'submit' });
    ticket.answer('byMail', 'reset@vendor.example');
    expect(ticket.answer('nothing').codesRequestedByFingerprint).toEqual({ [first]: 2 });
    expect(ticket.lackedBy('byDmss')).toBeNull();
    expect(ticket.warnedOf('byDmss')).toEqual(['codesLeftForQr']);
    expect(ticket.asked('byDmss')).toEqual(contradicting('codesLeftForQr'));
    ticket.answer('usedUp');
    ticket.scan(second);
    expect(ticket.answer('byDmss').codesRequestedByFingerprint).toEqual({ [first]: 2, [second]: 1 });
  });

  it('keeps the mail address with a mailed request only', () => {
    const ticket = ticketAtCode();
    ticket.tell({ type: 'reopenStep', stepId: 'submit' });
    expect(ticket.answer('byMail', 'reset@vendor.example').request?.mailAddress).toBe('reset@vendor.example');
    ticket.tell({ type: 'reopenStep', stepId: 'submit' });
    ticket.tell({ type: 'recordScan', scanId: crypto.randomUUID(), fingerprint: second, source: 'camera' });
    expect(ticket.answer('byDmss', 'reset@vendor.example').request?.mailAddress).toBeNull();
  });

  it('refuses a code that arrived when none was asked for', () => {
    const ticket = ticketAtCode();
    ticket.tell({ type: 'reopenStep', stepId: 'wait' });
    expect(ticket.answer('arrived').stepId).toBe('code');
    ticket.answer('startAgain');
    ticket.tell({ type: 'reopenStep', stepId: 'wait' });
    expect(ticket.asked('arrived')).toEqual(refused('No security code was asked for yet.'));
  });
});

describe('a security code', () => {
  it('is valid from its arrival, and saying so twice does not make it live longer', () => {
    const ticket = ticketAtCode();
    const validUntil = ticket.wait(0) + limits.codeValidityMs;
    ticket.wait(minute);
    ticket.tell({ type: 'reopenStep', stepId: 'wait' });
    expect(ticket.answer('arrived').request?.codeValidUntil).toBe(validUntil);
  });

  it('is valid from the time of its mail, however late the agent says that it arrived', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    ticket.answer('shown');
    ticket.scan(first);
    ticket.answer('byDmss');
    const sentAt = ticket.wait(0);
    const mailAt = sentAt + 3 * minute;
    const now = ticket.wait(25 * 60 * minute);
    const arrived = {
      type: 'answerStep',
      stepId: 'wait',
      answerId: 'arrived',
      evidence: [],
      mailAddress: null,
    } as const;
    const told = (arrivedAt: number | null) => ticket.ask({ ...arrived, arrivedAt });
    expect(told(mailAt)).toMatchObject({
      state: { request: { codeArrivedAt: mailAt, codeValidUntil: mailAt + limits.codeValidityMs } },
      events: [{ type: 'stepAnswered' }, { type: 'codeArrived', arrivedAt: mailAt }],
    });
    expect(told(null)).toMatchObject({ state: { request: { codeArrivedAt: now } } });
    // Clocks differ by minutes; what is a little ahead is now, and nothing is valid for longer than from now.
    expect(told(now + 4 * minute)).toMatchObject({ state: { request: { codeArrivedAt: now } } });
    expect(told(sentAt - 4 * minute)).toMatchObject({
      state: { request: { codeArrivedAt: sentAt - 4 * minute } },
    });
    expect(told(now + 6 * minute)).toEqual(refused('The mail can not have come later than now.'));
    expect(told(sentAt - 6 * minute)).toEqual(
      refused('This mail came before the request. Look for a newer one.'),
    );
  });

  it('is warned of after its validity', () => {
    const ticket = ticketAtCode();
    ticket.wait(limits.codeValidityMs);
    expect(ticket.warnedOf('accepted')).toEqual(['codeNotExpired']);
    expect(ticket.asked('accepted')).toEqual(contradicting('codeNotExpired'));
  });

  it('belongs to the QR it was asked for with, also after another scan', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    ticket.answer('shown');
    ticket.scan(first);
    ticket.answer('byDmss');
    const state = ticket.scan(second);
    expect(state.currentFingerprint).toBe(second);
    expect(state.request?.fingerprint).toBe(first);
    expect(ticket.answer('arrived').request).toMatchObject({ fingerprint: first, codeArrivedAt: 1_000_000 });
  });

  it('is no longer waited for once the page was refreshed', () => {
    const state = ticketAtCode().answer('startAgain');
    expect(state).toMatchObject({ stepId: 'scan', request: null, currentFingerprint: null });
    expect(state.codesRequestedByFingerprint).toEqual({ [first]: 1 });
  });

  it('locks the device at the fifth wrong one, and the count begins again after the lock', () => {
    const ticket = ticketAtCode();
    for (const count of [1, 2, 3, 4]) expect(ticket.answer('rejected').wrongCodesInARow).toBe(count);
    const lockedUntil = ticket.wait(0) + limits.lockMs;
    expect(ticket.answer('rejected')).toMatchObject({ wrongCodesInARow: 0, lockedUntil });
    expect(ticket.warnedOf('accepted')).toEqual(['deviceNotLocked']);
    expect(ticket.asked('accepted')).toEqual(contradicting('deviceNotLocked'));
    ticket.wait(limits.lockMs);
    expect(ticket.answer('rejected')).toMatchObject({ wrongCodesInARow: 1, lockedUntil: null });
  });

  it('starts the lock when the device itself says that it is locked', () => {
    const ticket = ticketAtCode();
    ticket.answer('rejected');
    const lockedUntil = ticket.wait(minute) + limits.lockMs;
    expect(ticket.answer('locked')).toMatchObject({ wrongCodesInARow: 0, lockedUntil });
  });

  it('contradicts nothing when a locked device refuses it', () => {
    const ticket = ticketAtCode();
    const { lockedUntil } = ticket.answer('locked');
    expect(ticket.warnedOf('rejected')).toEqual([]);
    expect(ticket.asked('rejected')).toMatchObject({
      ok: true,
      events: [{ type: 'stepAnswered' }, { type: 'codeRejected' }],
      state: { lockedUntil },
    });
  });

  it('ends the count of wrong ones when it is accepted', () => {
    const ticket = ticketAtCode();
    ticket.answer('rejected');
    expect(ticket.answer('accepted')).toMatchObject({
      wrongCodesInARow: 0,
      lockedUntil: null,
      request: null,
    });
  });
});

describe('going back', () => {
  it('opens a passed step, keeps the later ones, and stays there although it would pass by itself', () => {
    const ticket = ticketAtCode();
    const state = ticket.tell({ type: 'reopenStep', stepId: 'findQr' });
    expect(state.stepId).toBe('findQr');
    expect(state.passedSteps.map((passed) => passed.stepId)).toEqual([
      'ownership',
      'findQr',
      'scan',
      'submit',
      'wait',
    ]);
  });

  it('refuses a step that was never passed', () => {
    expect(ticketAtCode().ask({ type: 'reopenStep', stepId: 'verify' })).toEqual(
      refused('Only a step that was passed can be opened again.'),
    );
  });

  it('changes nothing for the step the ticket is at', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    expect(ticket.ask({ type: 'reopenStep', stepId: 'ownership' })).toMatchObject({ ok: true, events: [] });
  });
});

describe('attaching', () => {
  it('records a customer and a device once', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    const customerId = crypto.randomUUID();
    const customer: TicketCommand = { type: 'attachCustomer', customerId, ownerId: null };
    const device: TicketCommand = {
      type: 'attachDevice',
      deviceId: crypto.randomUUID(),
      serial: '4G0A1B2PAZ',
      ownerId: customerId,
    };
    for (const command of [customer, device]) {
      ticket.tell(command);
      expect(ticket.ask(command)).toMatchObject({ ok: true, events: [] });
    }
    expect(ticket.types()).toEqual(['ticketOpened', 'customerAttached', 'deviceAttached']);
  });
});

describe('a closed ticket', () => {
  function closedTicket() {
    const ticket = ticketAtCode();
    ticket.tell({ type: 'close', outcome: 'abandoned', mergedIntoTicketId: null });
    return ticket;
  }

  it.each<TicketCommand>([
    { type: 'attachCustomer', customerId: crypto.randomUUID(), ownerId: null },
    { type: 'attachDevice', deviceId: crypto.randomUUID(), serial: '4G0A1B2PAZ', ownerId: null },
    { type: 'recordScan', scanId: crypto.randomUUID(), fingerprint: second, source: 'file' },
    { type: 'answerStep', stepId: 'code', answerId: 'accepted', evidence: [], mailAddress: null },
    { type: 'reopenStep', stepId: 'scan' },
    { type: 'close', outcome: 'abandoned', mergedIntoTicketId: null },
  ])('refuses $type', (command) => {
    expect(closedTicket().ask(command)).toEqual(refused('The ticket is closed.'));
  });

  it('takes a note', () => {
    expect(closedTicket().ask({ type: 'addNote', text: 'Called back.' })).toMatchObject({ ok: true });
  });

  it('opens again at its step, without the QR whose payload is gone, with the code that is on its way', () => {
    const state = closedTicket().tell({ type: 'reopen' });
    expect(state).toMatchObject({ status: 'open', outcome: null, stepId: 'code', currentFingerprint: null });
    expect(state.request?.fingerprint).toBe(first);
  });

  it('opens again at the step that led to the end', () => {
    const ticket = ticketAtCode();
    ticket.answer('givenUp');
    expect(ticket.tell({ type: 'reopen' }).stepId).toBe('code');
  });

  it('stays closed when it was merged into another', () => {
    const ticket = ticketAtCode();
    ticket.tell({ type: 'close', outcome: 'merged', mergedIntoTicketId: crypto.randomUUID() });
    expect(ticket.ask({ type: 'reopen' })).toEqual(refused('Another ticket carries on for this device.'));
  });
});

describe('an open ticket', () => {
  it('is not opened again', () => {
    const ticket = ticketAtCode();
    expect(ticket.ask({ type: 'open' })).toEqual(refused('The ticket is open.'));
    expect(ticket.ask({ type: 'reopen' })).toEqual(refused('The ticket is open.'));
  });
});

it('refuses every command for a ticket that does not exist', () => {
  expect(decide(null, { type: 'addNote', text: 'x' }, playbook, 0)).toEqual(
    refused('There is no such ticket.'),
  );
});

describe('what tickets are sorted by', () => {
  it('belongs to whoever opened it, until it is given to another agent or to nobody', () => {
    const ticket = newTicket();
    expect(ticket.tell({ type: 'open', assignee: 'Ada' })).toMatchObject({
      assignee: 'Ada',
      priority: 'normal',
      tags: [],
    });
    expect(ticket.tell({ type: 'assign', assignee: 'Bo' }).assignee).toBe('Bo');
    expect(ticket.tell({ type: 'assign', assignee: null }).assignee).toBeNull();
    expect(ticket.types()).toEqual(['ticketOpened', 'ticketAssigned', 'ticketAssigned', 'ticketAssigned']);
  });

  it('keeps each tag once however it is spelled, and records only what changes', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    const tags = [' Café  Central ', 'cafe central', '', '!!', 'VIP'];
    expect(ticket.tell({ type: 'setTags', tags }).tags).toEqual(['Café Central', '!!', 'VIP']);
    ticket.tell({ type: 'setTags', tags });
    ticket.tell({ type: 'setPriority', priority: 'normal' });
    ticket.tell({ type: 'setPriority', priority: 'urgent' });
    ticket.tell({ type: 'assign', assignee: null });
    expect(ticket.types()).toEqual(['ticketOpened', 'tagsChanged', 'priorityChanged']);
  });

  it('takes tags and the reason after the close, but neither another agent nor another priority', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    ticket.tell({ type: 'close', outcome: 'abandoned', mergedIntoTicketId: null });
    expect(ticket.tell({ type: 'setTags', tags: ['later'] }).tags).toEqual(['later']);
    expect(ticket.ask({ type: 'assign', assignee: 'Bo' })).toEqual(refused('The ticket is closed.'));
    expect(ticket.ask({ type: 'setPriority', priority: 'low' })).toEqual(refused('The ticket is closed.'));
    expect(ticket.tell({ type: 'recordFailureReason', reason: 'customerLeft' })).toMatchObject({
      status: 'closed',
      failureReason: 'customerLeft',
    });
  });
});

describe('what stood in the way', () => {
  it('is recorded with the close and forgotten when the ticket is opened again', () => {
    const ticket = newTicket();
    ticket.tell({ type: 'open' });
    const close = { type: 'close', outcome: 'referred', mergedIntoTicketId: null } as const;
    expect(ticket.tell({ ...close, failureReason: 'resetUnavailable' }).failureReason).toBe(
      'resetUnavailable',
    );
    expect(ticket.types()).toEqual(['ticketOpened', 'ticketClosed', 'failureReasonRecorded']);
    expect(ticket.tell({ type: 'reopen' }).failureReason).toBeNull();
  });

  it('is recorded by an answer that names it', () => {
    const { steps } = playbook;
    const named = {
      ...playbook,
      steps: steps.map((step) => ({
        ...step,
        answers: step.answers.map((answer) => ({ ...answer, failureReason: 'ownershipNotShown' as const })),
      })),
    };
    const opened = decide(null, { type: 'open' }, named, 0);
    if (!opened.ok) throw new Error(opened.refusal.message);
    const answer = { type: 'answerStep', evidence: [], mailAddress: null } as const;
    const tell = (answerId: string) =>
      decide(opened.state, { ...answer, stepId: 'ownership', answerId }, named, 1);
    expect(tell('notShown')).toMatchObject({ ok: true, state: { failureReason: 'ownershipNotShown' } });
    expect(tell('shown')).toMatchObject({ ok: true, state: { failureReason: null } });
  });

  it('is refused for an open or a resolved ticket', () => {
    const reason = { type: 'recordFailureReason', reason: 'other' } as const;
    const ticket = ticketAtCode();
    expect(ticket.ask(reason)).toEqual(refused('A reason is given once the ticket is closed.'));
    ticket.answer('accepted');
    ticket.answer('set');
    ticket.answer('loggedIn');
    expect(ticket.ask(reason)).toEqual(refused('Nothing stood in the way of this ticket.'));
  });
});

describe('what an earlier version stored', () => {
  it('is read as a ticket that belongs to nobody, without tags or reason', () => {
    const { assignee, priority, tags, failureReason, ...before } = newTicket().tell({ type: 'open' });
    expect(ticketStateSchema.parse(JSON.parse(JSON.stringify(before)))).toEqual({
      ...before,
      assignee: null,
      priority: 'normal',
      tags: [],
      failureReason: null,
    });
    expect([assignee, priority, tags, failureReason]).toEqual([null, 'normal', [], null]);
  });
});
