import type { EarlierRoute, TicketState } from '../ticket/schema.ts';
import type { Playbook } from './schema.ts';
import { judge, type Need, type Situation, type SituationQuestion, unsure } from './situation.ts';

/** A route that may work, as far as is known. */
export interface Offer {
  readonly playbook: Playbook;
  /** What it needs and nobody has said yet; keys of questions. */
  readonly openKeys: readonly string[];
  /** It was left for another one and would go on where it was left. */
  readonly isStarted: boolean;
}

/** Why a route can not work: a brand, kind or generation it is not documented for, a need that does not hold, or it failed. */
export type Obstacle =
  | { readonly kind: 'vendor' | 'deviceKind' | 'generation' }
  | { readonly kind: 'need'; readonly need: Need }
  | { readonly kind: 'failed'; readonly at: number };

export interface Excluded {
  readonly playbook: Playbook;
  readonly obstacle: Obstacle;
}

/** What the chooser says of a ticket. */
export interface Choice {
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
 * Ranks the routes for a ticket: what can not work is left out, the rest stands by how gentle it is for the owner, and
 * a question is asked only while its answer could change which one is best.
 */
export function choose(
  playbooks: readonly Playbook[],
  questions: readonly SituationQuestion[],
  state: Pick<TicketState, 'playbookId' | 'routes'>,
  situation: Situation,
): Choice {
  const offers: Offer[] = [];
  const excluded: Excluded[] = [];
  for (const playbook of playbooks) {
    const earlier = state.routes.find((route) => route.playbookId === playbook.id);
    if (earlier === undefined && playbook.id === state.playbookId) continue;
    const obstacle = obstacleOf(playbook, situation) ?? failureOf(playbook, earlier, situation);
    if (obstacle === null) offers.push(offerOf(playbook, earlier, situation));
    else excluded.push({ playbook, obstacle });
  }
  offers.sort(byMerit);
  return { situation, question: nextQuestion(offers, questions, playbooks, situation), offers, excluded };
}

/** The gentlest route that nothing speaks against, for a ticket that is not on any yet. */
export function bestRoute(playbooks: readonly Playbook[], situation: Situation): Playbook | null {
  const [best] = choose(playbooks, [], { playbookId: '', routes: [] }, situation).offers;
  return best?.playbook ?? null;
}

type Demand = { readonly key: string; readonly anyOf: readonly string[]; readonly obstacle: Obstacle };

/** Everything that must hold for a route, documented brands and kinds first. */
function demandsOf({ match, suits }: Playbook): readonly Demand[] {
  const { vendors, deviceKinds, generations } = match;
  return [
    { key: 'vendor', anyOf: vendors.map(({ family }) => family), obstacle: { kind: 'vendor' } },
    { key: 'deviceKind', anyOf: deviceKinds, obstacle: { kind: 'deviceKind' } },
    ...(generations.length === 0
      ? []
      : [{ key: 'generation', anyOf: generations, obstacle: { kind: 'generation' } } as const]),
    ...suits.needs.map((need) => ({
      key: need.key,
      anyOf: need.anyOf,
      obstacle: { kind: 'need', need } as const,
    })),
  ];
}

function obstacleOf(playbook: Playbook, situation: Situation): Obstacle | null {
  const broken = demandsOf(playbook).find(({ key, anyOf }) => judge(situation, key, anyOf) === 'broken');
  return broken?.obstacle ?? null;
}

/** A failed route is worth another try only when something it depends on was known otherwise then. */
function failureOf(
  playbook: Playbook,
  earlier: EarlierRoute | undefined,
  situation: Situation,
): Obstacle | null {
  if (earlier === undefined || !earlier.hasFailed) return null;
  const hasChanged = demandsOf(playbook).some(({ key }) => {
    const before = earlier.situation[key];
    return before !== undefined && before !== unsure && before !== situation[key];
  });
  return hasChanged ? null : { kind: 'failed', at: earlier.leftAt };
}

function offerOf(playbook: Playbook, earlier: EarlierRoute | undefined, situation: Situation): Offer {
  const open = demandsOf(playbook).filter(({ key }) => situation[key] === undefined);
  return {
    playbook,
    openKeys: open.map(({ key }) => key),
    isStarted: earlier !== undefined && !earlier.hasFailed,
  };
}

/** Two that are even stay in the order of the list. */
function byMerit(left: Offer, right: Offer): number {
  return left.playbook.suits.preference - right.playbook.suits.preference;
}

/**
 * Only what the best route depends on is asked: no other answer could change which one is best. Of those the question
 * whose answers rule out most routes on average; the earlier one in the list when two are even.
 */
function nextQuestion(
  offers: readonly Offer[],
  questions: readonly SituationQuestion[],
  playbooks: readonly Playbook[],
  situation: Situation,
): SituationQuestion | null {
  const [best] = offers;
  if (best === undefined || offers.length === 1) return null;
  const isRuledOut = (playbook: Playbook, key: string, value: string) =>
    obstacleOf(playbook, { ...situation, [key]: value }) !== null;
  const weighed = questions
    .filter(({ key }) => best.openKeys.includes(key))
    .flatMap((question) => {
      const values = valuesOf(question, playbooks);
      if (!values.some((value) => isRuledOut(best.playbook, question.key, value))) return [];
      const ruledOut = values.flatMap((value) =>
        offers.filter(({ playbook }) => isRuledOut(playbook, question.key, value)),
      );
      return [{ question, weight: ruledOut.length / values.length }];
    });
  return weighed.toSorted((left, right) => right.weight - left.weight)[0]?.question ?? null;
}

/** The values an answer can have: brands are those that the playbooks are for. */
export function valuesOf(question: SituationQuestion, playbooks: readonly Playbook[]): readonly string[] {
  if (question.key !== 'vendor') return question.answers.map(({ value }) => value);
  return [...new Set(playbooks.flatMap(({ match }) => match.vendors.map(({ family }) => family)))];
}
