import { expect, it } from 'vitest';
import { offeredAnswers } from '../../core/playbook/engine.ts';
import { chooserStepId, type Playbook } from '../../core/playbook/schema.ts';
import { answerCommand, breachesOf, countEvent, freshCount } from '../../core/playbook/walk.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';
import type { TicketCommand } from '../../core/ticket/command.ts';
import { decide } from '../../core/ticket/decide.ts';
import { withDeviceCounts } from '../../core/ticket/device-counts.ts';
import { type DeviceTrail, sumDeviceUse } from '../../core/ticket/device-use.ts';
import type { TrailEntry } from '../../core/ticket/replay.ts';
import type { TicketState } from '../../core/ticket/schema.ts';
import { playbooks } from './whole-playbooks.fixture.ts';

const limited = playbooks.filter(({ limits }) => limits.codesPerQr !== null);

const TICKETS = 4;
const TURNS = 60;
/** So short that all of it is within the days that count. */
const PAUSE_MAX_MS = 9 * 60_000;
const ticketId = '0192f0c1-0000-7000-8000-00000000000e';

it.each(limited.map((playbook) => [playbook.id, playbook] as const))(
  'the limits of %s hold over several tickets of one device, whatever is answered',
  (_, playbook) => {
    let othersUsed = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const { breaches, used } = playDevice(playbook, createRandom(seed));
      expect(breaches).toEqual([]);
      othersUsed += used;
    }
    // The tickets are only worth something if they got in each other's way.
    expect(othersUsed).toBeGreaterThan(0);
  },
);

/** Tickets of one device, one after the other, and what the device itself would have counted. */
function playDevice(playbook: Playbook, random: Random) {
  const earlier: DeviceTrail[] = [];
  const breaches: string[] = [];
  let now = 0;
  let count = freshCount;
  let used = 0;
  for (let ticketNumber = 1; ticketNumber <= TICKETS; ticketNumber += 1) {
    const trail: TrailEntry[] = [];
    let state: TicketState | null = null;
    const countsNow = () => sumDeviceUse({ trail }, earlier, () => playbook, now)?.counts ?? null;
    const tell = (command: TicketCommand): TicketState => {
      const decision = decide(state, command, playbook, now, countsNow());
      if (!decision.ok) throw new Error(decision.refusal.message);
      for (const event of decision.events) {
        breaches.push(...breachesOf(event, count, playbook.limits, now));
        count = countEvent(event, count, playbook.limits, now);
        trail.push({ event, at: now, sequence: trail.length + 1 });
      }
      state = decision.state;
      return state;
    };
    let at = tell({ type: 'open' });
    // Few codes, so that a later ticket meets the QR of an earlier one.
    at = tell(scanOf(random.integer(1, 2)));
    for (let turn = 0; turn < TURNS && at.status === 'open' && at.stepId !== chooserStepId; turn += 1) {
      now += random.integer(0, PAUSE_MAX_MS);
      const counted = withDeviceCounts(at, countsNow());
      if (countsNow() !== null) used += 1;
      const possible = offeredAnswers(playbook, counted, now).filter(
        ({ unmetCondition, warnings }) => unmetCondition === null && warnings.length === 0,
      );
      const chosen = possible[random.integer(0, possible.length - 1)];
      expect([at.stepId, chosen !== undefined]).toEqual([at.stepId, true]);
      if (chosen !== undefined) at = tell(answerCommand(at, chosen.answer.id, now));
      if (at.status === 'open' && at.currentFingerprint === null) at = tell(scanOf(random.integer(1, 2)));
    }
    if (at.status === 'open') tell({ type: 'close', outcome: 'abandoned', mergedIntoTicketId: null });
    earlier.push({ ticketId, ticketNumber, trail });
  }
  return { breaches, used };
}

function scanOf(qr: number): TicketCommand {
  const scanId = '0192f0c1-0000-7000-8000-000000000001';
  return { type: 'recordScan', scanId, fingerprint: String(qr).repeat(64), source: 'screen' };
}
