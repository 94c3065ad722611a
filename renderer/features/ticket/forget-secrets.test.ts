import { describe, expect, it } from 'vitest';
import type { TrailEntry } from '../../../core/ticket/replay.ts';
import type { TicketEvent, TicketState } from '../../../core/ticket/schema.ts';
import { secretsToForget, type TicketMoment } from './forget-secrets.ts';
import { stateWith } from './testing/small-ticket.ts';

function moment(change: Partial<TicketState>, ...events: readonly TicketEvent[]): TicketMoment {
  const history: TrailEntry[] = events.map((event, index) => ({ event, at: index, sequence: index + 1 }));
  return { state: stateWith(change), history };
}

function askedAt(submittedAt: number, codeArrivedAt: number | null = null): Partial<TicketState> {
  const request = { channel: 'dmss', fingerprint: null, mailAddress: null, submittedAt } as const;
  return { request: { ...request, codeArrivedAt, codeValidUntil: null } };
}

const verified: TicketEvent = { type: 'loginVerified' };

describe('secretsToForget', () => {
  it('keeps all through refused codes, the new password and the steps after it', () => {
    const atCode = moment(askedAt(1, 2));
    expect(secretsToForget(atCode, moment(askedAt(1, 2), { type: 'codeRejected' }))).toBe('none');
    expect(secretsToForget(atCode, moment({ request: null }, { type: 'codeAccepted' }))).toBe('none');
    expect(secretsToForget(moment({}), moment({}, { type: 'passwordAccepted' }))).toBe('none');
  });

  it('forgets all once the login worked, and once the ticket is closed', () => {
    expect(secretsToForget(moment({}), moment({}, verified))).toBe('all');
    expect(secretsToForget(moment({}), moment({ status: 'closed', outcome: 'abandoned' }))).toBe('all');
  });

  it('keeps what is made after a login that worked before, until the next one', () => {
    expect(secretsToForget(moment({}, verified), moment({}, verified))).toBe('none');
    expect(secretsToForget(moment({}, verified), moment({}, verified, verified))).toBe('all');
  });

  it('forgets the code, and not the password, once another one is asked for', () => {
    expect(secretsToForget(moment(askedAt(1, 2)), moment(askedAt(5)))).toBe('code');
    expect(secretsToForget(moment({ request: null }), moment(askedAt(5)))).toBe('code');
    expect(secretsToForget(moment(askedAt(5)), moment(askedAt(5, 6)))).toBe('none');
  });
});
