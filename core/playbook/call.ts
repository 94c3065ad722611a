import type { TicketCommand } from '../ticket/command.ts';
import { decide } from '../ticket/decide.ts';
import type { TicketState } from '../ticket/schema.ts';
import { bestRoute } from './chooser.ts';
import { offeredAnswers } from './engine.ts';
import { fillLabels } from './labels.ts';
import { type AskedQuestion, rehearse } from './rehearse.ts';
import { chooserStepId, type Playbook } from './schema.ts';
import type { Situation, SituationQuestion } from './situation.ts';
import { answerCommand } from './walk.ts';

/** What a call comes by. `route` is taken from the chooser, `step` is stood at. */
export type CallStop =
  | {
      readonly at: 'chooser';
      readonly asked: readonly AskedQuestion[];
      readonly offers: readonly Playbook[];
    }
  | {
      readonly at: 'step';
      readonly playbook: Playbook;
      readonly stepId: string;
      readonly answerId: string | null;
    };

/** A call as it is told beforehand. */
export interface CallScript {
  /** What is known before the first question. */
  readonly known: Situation;
  /** What the customer says when he is asked. */
  readonly truths: Situation;
  /** Ids of answers of the steps, in order; `scan` stands for a reset QR that is read. */
  readonly answers: readonly string[];
}

const scan = {
  type: 'recordScan',
  scanId: '0192f0c1-0000-7000-8000-000000000001',
  source: 'screen',
} as const;

/**
 * Plays a call without a window: the chooser asks, its suggestion is taken, and the answers are given one after the other; where
 * a route fails the chooser asks again. Ends with the answers, or with the ticket.
 *
 * @throws when an answer can not be given at its step
 */
export function playCall(
  playbooks: readonly Playbook[],
  questions: readonly SituationQuestion[],
  { known, truths, answers }: CallScript,
): readonly CallStop[] {
  const start = rehearse(playbooks, questions, { playbookId: '', routes: [] }, known, truths);
  const stops: CallStop[] = [chooserStop(start)];
  let playbook = start.choice.offers[0]?.playbook ?? bestRoute(playbooks, {});
  if (playbook === null) return stops;
  let state = tell(null, { type: 'open' }, playbook);
  state = tell(state, { type: 'learn', learned: start.choice.situation }, playbook);
  for (const [index, id] of answers.entries()) {
    if (id === 'scan') {
      state = tell(state, { ...scan, fingerprint: `${index}`.padStart(64, '0') }, playbook);
      continue;
    }
    stops.push({
      at: 'step',
      playbook: fillLabels(playbook, state.situation),
      stepId: state.stepId,
      answerId: id,
    });
    const offered = offeredAnswers(playbook, state, 0).find(({ answer }) => answer.id === id);
    if (offered === undefined) throw new Error(`${playbook.id}/${state.stepId} has no answer "${id}".`);
    state = tell(state, answerCommand(state, id, 0), playbook);
    if (state.status === 'closed') return stops;
    if (state.stepId !== chooserStepId) continue;
    const again = rehearse(playbooks, questions, state, state.situation, truths);
    stops.push(chooserStop(again));
    const next = again.choice.offers[0]?.playbook;
    if (next === undefined) return stops;
    state = tell(state, { type: 'learn', learned: again.choice.situation }, playbook);
    playbook = next;
    state = tell(state, { type: 'takeRoute', playbook }, playbook);
  }
  const spoken = fillLabels(playbook, state.situation);
  return [...stops, { at: 'step', playbook: spoken, stepId: state.stepId, answerId: null }];
}

function chooserStop({ asked, choice }: ReturnType<typeof rehearse>): CallStop {
  return { at: 'chooser', asked, offers: choice.offers.map(({ playbook }) => playbook) };
}

function tell(state: TicketState | null, command: TicketCommand, playbook: Playbook): TicketState {
  const decision = decide(state, command, playbook, 0);
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.state;
}
