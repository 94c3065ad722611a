import type { EarlierRoute, TicketState } from '../ticket/schema.ts';
import { type Demand, demandsOf, type Obstacle, obstacleOf } from './demands.ts';
import {
  asKnown,
  doubtsOf,
  hasChangedSince,
  impliedByRoutes,
  pointedAct,
  presumedByRoute,
  single,
  wasWalked,
} from './implied.ts';
import { nextQuestion } from './next-question.ts';
import type { Offer } from './offer.ts';
import type { Playbook } from './schema.ts';
import { inDoubt, judgeValues, type Known, type Situation, type SituationQuestion } from './situation.ts';

export type { Obstacle } from './demands.ts';
export type { Offer } from './offer.ts';

export interface Excluded {
  readonly playbook: Playbook;
  readonly obstacle: Obstacle;
}

/** What the chooser says of a ticket. */
export interface Choice {
  /** What was told, and what the route that failed implies where it is one value. */
  readonly situation: Situation;
  /** What decides most and is worth asking first; null once the best route is clear. */
  readonly question: SituationQuestion | null;
  /** Best first; the first is the suggestion. Without the route that the ticket is on. */
  readonly offers: readonly Offer[];
  readonly excluded: readonly Excluded[];
}

/** What a ticket's device record says; what was learned on the ticket counts more. */
export interface KnownDevice {
  readonly kind: string;
  readonly vendorFamily?: string | null | undefined;
  readonly generation?: string | null | undefined;
}

/** What is known of a customer's case. */
export function situationOf(
  { situation }: Pick<TicketState, 'situation'>,
  device: KnownDevice | null,
): Situation {
  if (device === null) return situation;
  const { kind, vendorFamily, generation } = device;
  return {
    deviceKind: kind,
    ...(vendorFamily ? { vendor: vendorFamily } : {}),
    ...(generation ? { generation } : {}),
    ...situation,
  };
}

/**
 * Ranks the routes for a ticket: what can not work is left out; what is of another brand than the route before, or repeats
 * what has failed, comes after all else, what the device itself has named before; the rest stands by how gentle it is for the owner. A question is asked only while
 * its answer could change which one is best, or rule it out.
 */
export function choose(
  playbooks: readonly Playbook[],
  questions: readonly SituationQuestion[],
  state: Pick<TicketState, 'playbookId' | 'routes'>,
  told: Situation,
): Choice {
  const implied = impliedByRoutes(playbooks, state.routes);
  const known = { ...implied, ...asKnown(told) };
  const failures = standingFailures(playbooks, state.routes, told);
  const offers: Offer[] = [];
  const excluded: Excluded[] = [];
  const hidden: Playbook[] = [];
  for (const playbook of playbooks) {
    const earlier = state.routes.find((route) => route.playbookId === playbook.id);
    if (earlier === undefined && playbook.id === state.playbookId) continue;
    const obstacle = obstacleOf(playbook, known) ?? failureOf(playbook, earlier, told);
    if (obstacle !== null) excluded.push({ playbook, obstacle });
    else if (isWhatWasTold(playbook, known)) offers.push(offerOf(playbook, earlier, known, failures));
    else hidden.push(playbook);
  }
  const { deviceKind, ...brand } = presumedByRoute(playbooks, state);
  // Of another kind it is for sure; of another brand perhaps.
  const presumed =
    told['deviceKind'] === inDoubt || deviceKind === undefined ? brand : { ...brand, deviceKind };
  const isForeign = ({ playbook }: Offer) => obstacleOf(playbook, { ...presumed, ...known }) !== null;
  const act = pointedAct(playbooks, state.routes);
  const isPointedTo = ({ playbook }: Offer) => act !== null && playbook.suits.act === act;
  offers.sort(
    (left, right) =>
      Number(isForeign(left)) - Number(isForeign(right)) ||
      Number(isPointedTo(right)) - Number(isPointedTo(left)) ||
      Number(left.isRepeat) - Number(right.isRepeat) ||
      left.playbook.suits.preference - right.playbook.suits.preference,
  );
  return {
    situation: { ...single(implied), ...told },
    question: nextQuestion(offers, hidden, questions, playbooks, known),
    offers,
    excluded,
  };
}

/** The gentlest route that nothing speaks against, for a ticket that is not on any yet. */
export function bestRoute(playbooks: readonly Playbook[], situation: Situation): Playbook | null {
  const [best] = choose(playbooks, [], { playbookId: '', routes: [] }, situation).offers;
  return best?.playbook ?? null;
}

/** A route for one case alone stays out of sight until the case is told: it would be noise in all others. */
function isWhatWasTold(playbook: Playbook, known: Known): boolean {
  const special = demandsOf(playbook).filter(({ isToldOnly }) => isToldOnly);
  return special.every(({ key, anyOf }) => judgeValues(known[key] ?? [], anyOf) === 'met');
}

/** A failed route is worth another try only when something it depends on was known otherwise then. */
function failureOf(playbook: Playbook, earlier: EarlierRoute | undefined, told: Situation): Obstacle | null {
  if (earlier === undefined || !earlier.hasFailed) return null;
  return hasChangedSince(playbook, earlier, told) ? null : { kind: 'failed', at: earlier.leftAt };
}

/** The routes that were tried and failed, and would fail again. */
function standingFailures(
  playbooks: readonly Playbook[],
  routes: readonly EarlierRoute[],
  told: Situation,
): readonly Playbook[] {
  return routes.flatMap((route) => {
    const playbook = playbooks.find(({ id }) => id === route.playbookId);
    if (playbook === undefined || failureOf(playbook, route, told) === null) return [];
    return wasWalked(playbook, route) && doubtsOf(playbook, route).length === 0 ? [playbook] : [];
  });
}

function offerOf(
  playbook: Playbook,
  earlier: EarlierRoute | undefined,
  known: Known,
  failures: readonly Playbook[],
): Offer {
  const { act, recipient } = playbook.suits;
  const isOpen = ({ key, anyOf }: Demand) =>
    known[key] === undefined || (known[key].length > 0 && judgeValues(known[key], anyOf) === 'open');
  return {
    playbook,
    openKeys: demandsOf(playbook)
      .filter(isOpen)
      .map(({ key }) => key),
    isStarted: earlier !== undefined && !earlier.hasFailed,
    isRepeat: failures.some(
      ({ suits }) =>
        (act !== undefined && suits.act === act) ||
        (recipient === 'savedMailbox' && suits.recipient === recipient),
    ),
  };
}

export { valuesOf } from './next-question.ts';
