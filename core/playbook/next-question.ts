import { demandsOf, obstacleOf } from './demands.ts';
import { asKnown, single } from './implied.ts';
import type { Offer } from './offer.ts';
import type { Playbook } from './schema.ts';
import { type Known, learnedBy, type SituationQuestion } from './situation.ts';

/** A question that can bring up a route for one case alone goes before those that only rule out. Our own figure. */
const REVEALING = 3;

/**
 * Only what the best route depends on is asked: no other answer could change which one is best. Of those the question
 * whose answers rule out most routes on average; the earlier one in the list when two are even. The last route that is left
 * is asked about too: it would be taken in vain otherwise.
 */
export function nextQuestion(
  offers: readonly Offer[],
  hidden: readonly Playbook[],
  questions: readonly SituationQuestion[],
  playbooks: readonly Playbook[],
  known: Known,
): SituationQuestion | null {
  const [best] = offers;
  if (best === undefined) return null;
  const toldOnly = hidden.flatMap((playbook) => demandsOf(playbook).filter(({ isToldOnly }) => isToldOnly));
  // The brand comes first: its routes are what can be brought up.
  const isRevealing = (key: string) =>
    known['vendor'] !== undefined && toldOnly.some((each) => each.key === key);
  const weighed = questionsFor(best, offers, questions, known).flatMap((question) => {
    const outcomes = valuesOf(question, playbooks).map((value) => ({
      ...known,
      ...asKnown(learnedBy(question, value, single(known))),
    }));
    const ruledOut = ({ playbook }: Offer) =>
      outcomes.filter((outcome) => obstacleOf(playbook, outcome) !== null).length;
    if (ruledOut(best) === 0) return [];
    const weight = offers.reduce((sum, offer) => sum + ruledOut(offer), 0) / outcomes.length;
    // One that tells several things at once spares their questions.
    const told = outcomes.map((outcome) => Object.keys(outcome).length - Object.keys(known).length);
    return [{ question, weight: weight * Math.max(...told) * (isRevealing(question.key) ? REVEALING : 1) }];
  });
  return weighed.toSorted((left, right) => right.weight - left.weight)[0]?.question ?? null;
}

/** What could be asked: a question that asks for several things at once stands for theirs, with the answers that matter here. */
function questionsFor(
  best: Offer,
  offers: readonly Offer[],
  questions: readonly SituationQuestion[],
  known: Known,
): readonly SituationQuestion[] {
  const openKeys = new Set(offers.flatMap((offer) => offer.openKeys));
  const joint = questions.filter(
    ({ key, covers }) => known[key] === undefined && covers.filter((each) => openKeys.has(each)).length > 1,
  );
  const covered = new Set(joint.flatMap(({ covers }) => covers));
  return questions.flatMap((question) => {
    if (question.isAskedOnRoute === true) return [];
    const isJoint = joint.includes(question);
    const asks = isJoint ? question.covers : [question.key];
    if (!asks.some((key) => best.openKeys.includes(key))) return [];
    if (isJoint) return [withRelevantAnswers(question, openKeys)];
    return question.covers.length > 0 || covered.has(question.key) ? [] : [question];
  });
}

/** Without the answers that are about what no route here depends on. */
function withRelevantAnswers(question: SituationQuestion, openKeys: ReadonlySet<string>): SituationQuestion {
  const isRelevant = (value: string) => !question.covers.includes(value) || openKeys.has(value);
  return { ...question, answers: question.answers.filter(({ value }) => isRelevant(value)) };
}

/** The values an answer can have: brands are those that the playbooks are for. */
export function valuesOf(question: SituationQuestion, playbooks: readonly Playbook[]): readonly string[] {
  if (question.key !== 'vendor') return question.answers.map(({ value }) => value);
  return [...new Set(playbooks.flatMap(({ match }) => match.vendors.map(({ family }) => family)))];
}
