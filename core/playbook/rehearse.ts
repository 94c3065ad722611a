import type { TicketState } from '../ticket/schema.ts';
import { type Choice, choose, valuesOf } from './chooser.ts';
import type { Playbook } from './schema.ts';
import { learnedBy, type Situation, type SituationQuestion, unsure } from './situation.ts';

/** A question of the chooser as it was asked, and what was answered: a value, or "not known". */
export interface AskedQuestion {
  readonly question: SituationQuestion;
  readonly value: string;
}

/** What the chooser came to. */
export interface Rehearsal {
  readonly asked: readonly AskedQuestion[];
  readonly choice: Choice;
}

/**
 * Asks as the chooser asks, until it asks no more. What the customer would say stands in `truths`; what does not stand there
 * nobody knows.
 *
 * @param known what the ticket says before the first question
 */
export function rehearse(
  playbooks: readonly Playbook[],
  questions: readonly SituationQuestion[],
  state: Pick<TicketState, 'playbookId' | 'routes'>,
  known: Situation,
  truths: Situation,
): Rehearsal {
  const asked: AskedQuestion[] = [];
  let situation = known;
  for (;;) {
    const choice = choose(playbooks, questions, state, situation);
    const { question } = choice;
    if (question === null) return { asked, choice };
    const value = answerTo(question, truths, playbooks);
    asked.push({ question, value });
    situation = { ...situation, ...learnedBy(question, value, situation) };
  }
}

function answerTo(question: SituationQuestion, truths: Situation, playbooks: readonly Playbook[]): string {
  const told = truths[question.key];
  if (told !== undefined && valuesOf(question, playbooks).includes(told)) return told;
  if (question.covers.length === 0 || !question.covers.some((key) => truths[key] !== undefined))
    return unsure;
  const fits = ({ implies }: SituationQuestion['answers'][number]) =>
    Object.entries(implies).every(([key, value]) => (truths[key] ?? 'none') === value);
  return question.answers.find(fits)?.value ?? unsure;
}
