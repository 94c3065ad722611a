import { CallError } from '../../../core/contract/errors.ts';
import { offeredAnswers } from '../../../core/playbook/engine.ts';
import { resetPayload } from '../../../core/testkit/payloads.ts';
import type { Random } from '../../../core/testkit/random.ts';
import { laneOf } from '../../../core/ticket/lane.ts';
import { evidenceSchema } from '../../../core/ticket/schema.ts';
import { requirePlaybook } from '../playbooks/index.ts';
import { carryOutWithChecklist, recordScan, refOf, requireTicket } from '../tickets/index.ts';
import type { Work } from '../work/work.ts';

/** How far a made-up case has come. */
export type DemoGoal =
  | { readonly lane: 'waiting' | 'closed' }
  | { readonly lane: 'now'; readonly steps: number };

/** Longer than any procedure. */
const stepsAtMost = 30;

/** So long a step of a call takes that goes well. */
const stepMs = [15_000, 45_000] as const;

/**
 * Goes through a ticket's procedure as an agent whose case goes well, with the answer that the procedure names first, and
 * scans a code when one is asked for.
 *
 * @param work as of the moment the case begins; answers when it came to a stop
 */
export async function walkTo(work: Work, ticketId: string, goal: DemoGoal, random: Random): Promise<number> {
  let now = work.now;
  for (let step = 0; step < stepsAtMost; step += 1) {
    const ticket = await requireTicket(work, ticketId);
    const playbook = await requirePlaybook(work, refOf(ticket.state));
    if (laneOf(ticket.state, playbook, now) === goal.lane && (goal.lane !== 'now' || step >= goal.steps))
      break;
    if (ticket.state.status === 'closed') break;
    now += random.integer(...stepMs);
    if (!(await goOn({ ...work, now }, ticketId, random))) break;
  }
  return now;
}

/** False when no answer is possible. */
async function goOn(work: Work, ticketId: string, random: Random): Promise<boolean> {
  const { state } = await requireTicket(work, ticketId);
  const offered = offeredAnswers(await requirePlaybook(work, refOf(state)), state, work.now);
  const isBlocked = offered[0] !== undefined && offered[0].unmetCondition !== null;
  if (isBlocked && state.currentFingerprint === null) return scan(work, ticketId, random);
  for (const { answer, unmetCondition } of offered) {
    if (unmetCondition !== null) continue;
    if (await tryAnswer(work, ticketId, state.stepId, answer.id)) return true;
  }
  return false;
}

async function scan(work: Work, ticketId: string, random: Random): Promise<boolean> {
  const made = { payload: resetPayload(random), source: 'screen', ...noVersion } as const;
  await recordScan(work, { ticketId, scan: made });
  return true;
}

const noVersion = { qrVersion: null, ecLevel: null, maskPattern: null } as const;

/** The rules refuse before anything is written. */
async function tryAnswer(work: Work, ticketId: string, stepId: string, answerId: string): Promise<boolean> {
  try {
    await carryOutWithChecklist(work, ticketId, {
      type: 'answerStep',
      stepId,
      answerId,
      evidence: [...evidenceSchema.options],
      mailAddress: null,
    });
    return true;
  } catch (error) {
    if (error instanceof CallError) return false;
    throw error;
  }
}
