import { describe, expect, it } from 'vitest';
import { type Limits, type Playbook, playbookSchema } from '../playbook/schema.ts';
import { smallPlaybook } from '../playbook/small-playbook.fixture.ts';
import { countedBackMs, type DeviceTrail, type FindKnownPlaybook, sumDeviceUse } from './device-use.ts';
import type { TrailEntry } from './replay.ts';
import type { TicketEvent } from './schema.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 9, 24, 12);
const ticketId = '0192f0c1-0000-7000-8000-00000000000e';
const find: FindKnownPlaybook = () => smallPlaybook;

const asked: TicketEvent = {
  type: 'requestSubmitted',
  channel: 'dmss',
  fingerprint: 'a'.repeat(64),
  mailAddress: null,
};
const askedForFile: TicketEvent = { ...asked, channel: 'file', fingerprint: null };
const refused: TicketEvent = { type: 'codeRejected' };
const taken: TicketEvent = { type: 'codeAccepted' };

type Dated = readonly [event: TicketEvent, at: number];

function ticket(ticketNumber: number, ...facts: readonly Dated[]): DeviceTrail {
  const { id: playbookId, version: playbookVersion, firstStepId: stepId } = smallPlaybook;
  const opened: Dated = [{ type: 'ticketOpened', playbookId, playbookVersion, stepId }, now - 40 * hour];
  const trail: TrailEntry[] = [opened, ...facts].map(([event, at], index) => ({
    event,
    at,
    sequence: index + 1,
  }));
  return { ticketId, ticketNumber, trail };
}

const use = (own: DeviceTrail, others: readonly DeviceTrail[]) => sumDeviceUse(own, others, find, now);

describe('sumDeviceUse', () => {
  it('is nothing when no other ticket had to do with a limit', () => {
    expect(use(ticket(15, [asked, now]), [])).toBeNull();
    expect(use(ticket(15), [ticket(14, [askedForFile, now - hour])])).toBeNull();
  });

  it('counts the codes of all tickets, per QR and in the order of time', () => {
    const earlier = ticket(14, [asked, now - 2 * hour], [asked, now - hour]);
    const found = use(ticket(15, [asked, now - minute]), [earlier]);
    expect(found?.counts).toEqual({
      codesRequestedByFingerprint: { ['a'.repeat(64)]: 3 },
      codeRequests: [now - 2 * hour, now - hour, now - minute].map((at) => ({ at, isUsed: false })),
      wrongCodesInARow: 0,
      lockedUntil: null,
    });
    expect(found?.others).toEqual([
      { ticketId, ticketNumber: 14, codes: 2, wrongCodes: 0, lastAt: now - hour },
    ]);
  });

  it('locks after wrong codes in a row, on whichever tickets they were tried', () => {
    const earlier = ticket(14, [refused, now - 9 * minute], [refused, now - 8 * minute]);
    const tries = [3, 2, 1].map((ago): Dated => [refused, now - ago * minute]);
    expect(use(ticket(15, ...tries.slice(0, 2)), [earlier])?.counts).toMatchObject({
      wrongCodesInARow: 4,
      lockedUntil: null,
    });
    expect(use(ticket(15, ...tries), [earlier])?.counts).toMatchObject({
      wrongCodesInARow: 0,
      lockedUntil: now - minute + (smallPlaybook.limits.lockMs ?? 0),
    });
  });

  it('begins anew with a code that the device took, on whichever ticket', () => {
    const earlier = ticket(14, [asked, now - 3 * hour], [refused, now - 2 * hour]);
    expect(use(ticket(15, [taken, now - hour]), [earlier])?.counts).toMatchObject({
      codeRequests: [{ at: now - 3 * hour, isUsed: true }],
      wrongCodesInARow: 0,
    });
  });

  it('leaves out what was taken back, and what is older than any limit reaches', () => {
    const undone = ticket(
      14,
      [asked, now - hour],
      [{ type: 'commandUndone', fromSequence: 2, toSequence: 2, isQrForgotten: false }, now - minute],
    );
    expect(use(ticket(15), [undone])).toBeNull();
    expect(use(ticket(15), [ticket(14, [asked, now - countedBackMs])])).toBeNull();
  });

  it('moves what was before a correction of the clock, and not what came after', () => {
    const earlier = ticket(
      14,
      [asked, now - 5 * hour],
      [{ type: 'clockCorrected', shiftMs: 2 * hour }, now - 2 * hour],
      [asked, now - hour],
    );
    expect(use(ticket(15), [earlier])?.counts.codeRequests.map(({ at }) => at)).toEqual([
      now - 3 * hour,
      now - hour,
    ]);
  });

  it('leaves out a ticket on a version that is nowhere, and says nothing when it is the own one', () => {
    const gone: TicketEvent = { type: 'routeChanged', playbookId: 'gone', playbookVersion: 1, stepId: 'a' };
    const lost = ticket(13, [gone, now - 3 * hour], [asked, now - 2 * hour]);
    const known = ticket(14, [asked, now - hour]);
    const findKnown: FindKnownPlaybook = ({ id }) => (id === 'gone' ? null : smallPlaybook);
    const found = sumDeviceUse(ticket(15), [lost, known], findKnown, now);
    expect(found?.others.map(({ ticketNumber }) => ticketNumber)).toEqual([14]);
    expect(sumDeviceUse(lost, [known], findKnown, now)).toBeNull();
  });

  it('locks only where a source states after how many', () => {
    const strict = playbookSchema.parse({
      ...smallPlaybook,
      limits: limitsWith({ wrongCodesBeforeLock: 2 }),
    });
    const always =
      (playbook: Playbook): FindKnownPlaybook =>
      () =>
        playbook;
    const other = ticket(14, [refused, now - 2 * minute], [refused, now - minute]);
    expect(sumDeviceUse(ticket(15), [other], always(strict), now)?.counts.lockedUntil).not.toBeNull();
    const silent = playbookSchema.parse({
      ...smallPlaybook,
      limits: limitsWith({ wrongCodesBeforeLock: null }),
    });
    expect(sumDeviceUse(ticket(15), [other], always(silent), now)?.counts.lockedUntil).toBeNull();
  });
});

function limitsWith(limits: Partial<Limits>): Limits {
  return { ...smallPlaybook.limits, ...limits };
}
