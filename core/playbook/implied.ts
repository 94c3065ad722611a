import type { EarlierRoute, TicketState } from '../ticket/schema.ts';
import { demandsOf } from './demands.ts';
import { findStep } from './engine.ts';
import type { Act, Answer, Playbook } from './schema.ts';
import { inDoubt, type Known, type Situation, unsure } from './situation.ts';

/**
 * Whoever walked a route until it failed has told by it which brands and kinds the device can be of: its pages looked as the
 * route says. Unless the last answer says that they did not, or it was left before any page was looked at.
 */
export function impliedByRoutes(playbooks: readonly Playbook[], routes: readonly EarlierRoute[]): Known {
  const last = routes.findLast(({ hasFailed }) => hasFailed);
  const playbook = playbooks.find(({ id }) => id === last?.playbookId);
  if (last === undefined || playbook === undefined || !wasWalked(playbook, last)) return {};
  const doubted = doubtsOf(playbook, last);
  return Object.fromEntries(Object.entries(matchOf(playbook)).filter(([key]) => !doubted.includes(key)));
}

/** Somebody was at the device and looked at it; not so while the owner was asked for, or a visit arranged. */
export function wasWalked(playbook: Playbook, { passedSteps }: EarlierRoute): boolean {
  const step = findStep(playbook, passedSteps.at(-1)?.stepId ?? '');
  return playbook.suits.act !== 'arrangeVisit' && step?.phase !== 'ownership';
}

function matchOf({ match }: Playbook): Known {
  return { vendor: match.vendors.map(({ family }) => family), deviceKind: match.deviceKinds };
}

/** What the answer that led to the chooser says is not as the route takes it. */
export function doubtsOf(playbook: Playbook, route: EarlierRoute): readonly string[] {
  return lastAnswer(playbook, route)?.doubts ?? [];
}

/** What the device itself has named as the way to go, by the last answer of the route that failed last. */
export function pointedAct(playbooks: readonly Playbook[], routes: readonly EarlierRoute[]): Act | null {
  const last = routes.findLast(({ hasFailed }) => hasFailed);
  const playbook = playbooks.find(({ id }) => id === last?.playbookId);
  if (last === undefined || playbook === undefined) return null;
  return lastAnswer(playbook, last)?.pointsTo ?? null;
}

function lastAnswer(playbook: Playbook, { passedSteps }: EarlierRoute): Answer | null {
  const passed = passedSteps.at(-1);
  const step = passed === undefined ? null : findStep(playbook, passed.stepId);
  return step?.answers.find(({ id }) => id === passed?.answerId) ?? null;
}

/**
 * Brands and kinds of the route that the ticket is on, or was on before a visit: while nobody has told them, no other ones are
 * suggested.
 */
export function presumedByRoute(
  playbooks: readonly Playbook[],
  { playbookId, routes }: Pick<TicketState, 'playbookId' | 'routes'>,
): Known {
  const ids = [playbookId, ...routes.map((route) => route.playbookId).toReversed()];
  const walked = ids
    .flatMap((each) => playbooks.find(({ id }) => id === each) ?? [])
    .find(({ suits }) => suits.act !== 'arrangeVisit');
  return walked === undefined ? {} : matchOf(walked);
}

/** Something that a route depends on was known otherwise when it was left. */
export function hasChangedSince(playbook: Playbook, left: EarlierRoute, told: Situation): boolean {
  return demandsOf(playbook).some(({ key }) => {
    const before = left.situation[key];
    return before !== undefined && before !== unsure && before !== inDoubt && before !== told[key];
  });
}

/** A key that was told is known, also where nobody knows its value; one that is in doubt has to be asked. */
export function asKnown(told: Situation): Known {
  const entries = Object.entries(told).filter(([, value]) => value !== inDoubt);
  return Object.fromEntries(entries.map(([key, value]) => [key, value === unsure ? [] : [value]]));
}

/** Of each key the first possible value, for showing. */
export function single(known: Known): Situation {
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, [first]]) => (first === undefined ? [] : [[key, first]])),
  );
}
