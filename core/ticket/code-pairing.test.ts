import { describe, expect, it } from 'vitest';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import { codePairing } from './code-pairing.ts';
import type { TicketCommand } from './command.ts';
import { decide } from './decide.ts';
import type { TicketEvent, TicketState } from './schema.ts';

const first = 'a'.repeat(64);
const second = 'b'.repeat(64);

const scan = (fingerprint: string): TicketCommand => ({
  type: 'recordScan',
  scanId: '0190a0a0-0000-7000-8000-000000000001',
  fingerprint,
  source: 'screen',
});

/** Plays commands and answers on a new ticket, and pairs the code at its end. */
function pairingAfter(...steps: readonly (TicketCommand | string)[]) {
  let state: TicketState | null = null;
  const events: TicketEvent[] = [];
  for (const step of [{ type: 'open' } as const, ...steps]) {
    const command: TicketCommand =
      typeof step !== 'string'
        ? step
        : {
            type: 'answerStep',
            stepId: state?.stepId ?? '',
            answerId: step,
            evidence: ['atDevice'],
            mailAddress: null,
          };
    const decision = decide(state, command, playbook, 1000);
    if (!decision.ok) throw new Error(decision.refusal.message);
    state = decision.state;
    events.push(...decision.events);
  }
  if (state === null) throw new Error('There is no ticket.');
  return codePairing(state, events);
}

describe('codePairing', () => {
  it('is nothing before a code is asked for, and after the page was refreshed', () => {
    expect(pairingAfter('shown', scan(first))).toBeNull();
    expect(pairingAfter('shown', scan(first), 'byDmss', 'arrived', 'startAgain')).toBeNull();
  });

  it('gives the code to the QR on the screen', () => {
    expect(pairingAfter('shown', scan(first), 'byDmss', 'arrived')).toEqual({
      qrNumber: 1,
      qrNumberNow: 1,
      isOfEarlierQr: false,
      hasOtherCodes: false,
    });
  });

  it('says when a newer QR was scanned since', () => {
    expect(pairingAfter('shown', scan(first), 'byDmss', scan(second), 'arrived')).toMatchObject({
      qrNumber: 1,
      qrNumberNow: 2,
      isOfEarlierQr: true,
    });
  });

  it('warns of codes of an earlier QR that may still arrive, and counts a QR that comes back once', () => {
    const start = ['shown', scan(first), 'byDmss', 'arrived', 'startAgain'] as const;
    expect(pairingAfter(...start, scan(second), 'byDmss')).toMatchObject({
      qrNumber: 2,
      isOfEarlierQr: false,
      hasOtherCodes: true,
    });
    expect(pairingAfter(...start, scan(second), scan(first), 'byDmss')).toMatchObject({
      qrNumber: 1,
      hasOtherCodes: false,
    });
  });
});
