import type { TFunction } from 'i18next';
import { type Obstacle, valuesOf } from '../../../../core/playbook/chooser.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import {
  inDoubt,
  type Situation,
  type SituationQuestion,
  unsure,
} from '../../../../core/playbook/situation.ts';
import type { LocalizedText } from '../../../../core/playbook/text.ts';
import { chooserQuestions } from '../../../lib/chooser-questions.ts';
import { localize } from '../../../lib/localize.ts';
import { formatTime } from '../../../lib/time-words.ts';

/** An answer to a question of the chooser. */
export interface SituationAnswer {
  readonly value: string;
  readonly label: LocalizedText;
}

/** The answers in the order of the number keys; brands are named as the playbooks name them. */
export function answersOf(
  question: SituationQuestion,
  playbooks: readonly Playbook[],
): readonly SituationAnswer[] {
  if (question.key !== 'vendor') return question.answers;
  const vendors = playbooks.flatMap(({ match }) => match.vendors);
  return valuesOf(question, playbooks).flatMap((value) => {
    const vendor = vendors.find(({ family }) => family === value);
    return vendor === undefined ? [] : [{ value, label: vendor.name }];
  });
}

/** What nine number keys can choose from. */
export interface AnswerPage {
  readonly answers: readonly SituationAnswer[];
  /** Then the ninth key turns to the next page; after the last one comes the first again. */
  readonly hasMore: boolean;
}

export function answersOnPage(answers: readonly SituationAnswer[], page: number): AnswerPage {
  if (answers.length <= 9) return { answers, hasMore: false };
  const pages = Math.ceil(answers.length / 8);
  const start = (page % pages) * 8;
  return { answers: answers.slice(start, start + 8), hasMore: true };
}

/** "Mailbox: lost", for what is known. */
export function knownWords(
  question: SituationQuestion,
  value: string,
  playbooks: readonly Playbook[],
  unsureLabel: string,
  language: string,
): string {
  const answer = answersOf(question, playbooks).find((candidate) => candidate.value === value);
  const said =
    value === unsure ? unsureLabel : answer === undefined ? value : localize(answer.label, language);
  return `${localize(question.name, language)}: ${said}`;
}

/** The same for the history: what an answer taught. */
export function learnedWords(learned: Situation, playbook: Playbook | null, language: string): string {
  return Object.entries(learned)
    .map(([key, value]) => {
      const question = chooserQuestions.find((candidate) => candidate.key === key);
      const playbooks = playbook === null ? [] : [playbook];
      if (question !== undefined && value === inDoubt) return `${localize(question.name, language)}: ?`;
      return question === undefined
        ? `${key}: ${value}`
        : knownWords(question, value, playbooks, '?', language);
    })
    .join(', ');
}

/** One line: why a route can not be offered. */
export function obstacleWords(
  obstacle: Obstacle,
  t: TFunction<'ticket'>,
  language: string,
  now: number,
): string {
  if (obstacle.kind === 'need') return localize(obstacle.need.because, language);
  if (obstacle.kind === 'failed')
    return t('chooser.obstacles.failed', { at: formatTime(obstacle.at, now, language) });
  return t(`chooser.obstacles.${obstacle.kind}`);
}
