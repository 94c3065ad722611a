import type { Playbook } from './schema.ts';
import { judgeValues, type Known, type Need } from './situation.ts';

/** Why a route can not work: a brand, kind or generation it is not documented for, a need that does not hold, or it failed. */
export type Obstacle =
  | { readonly kind: 'vendor' | 'deviceKind' | 'generation' }
  | { readonly kind: 'need'; readonly need: Need }
  | { readonly kind: 'failed'; readonly at: number };

export interface Demand {
  readonly key: string;
  readonly anyOf: readonly string[];
  readonly obstacle: Obstacle;
  readonly isToldOnly: boolean;
}

/** Everything that must hold for a route, documented brands and kinds first. */
export function demandsOf({ match, suits }: Playbook): readonly Demand[] {
  const { vendors, deviceKinds, generations, resetQrs } = match;
  return [
    { key: 'vendor', anyOf: vendors.map(({ family }) => family), ...by('vendor') },
    // No question asks for it: only the scanner knows.
    ...(resetQrs === undefined ? [] : [{ key: 'resetQr', anyOf: resetQrs, ...by('vendor') }]),
    { key: 'deviceKind', anyOf: deviceKinds, ...by('deviceKind') },
    ...(generations.length === 0 ? [] : [{ key: 'generation', anyOf: generations, ...by('generation') }]),
    ...suits.needs.map((need) => ({
      key: need.key,
      anyOf: need.anyOf,
      obstacle: { kind: 'need', need } as const,
      isToldOnly: need.isToldOnly === true,
    })),
  ];
}

function by(kind: 'vendor' | 'deviceKind' | 'generation'): Pick<Demand, 'obstacle' | 'isToldOnly'> {
  return { obstacle: { kind }, isToldOnly: false };
}

/** The first demand that can not be met by any value that is possible. */
export function obstacleOf(playbook: Playbook, known: Known): Obstacle | null {
  const broken = demandsOf(playbook).find(
    ({ key, anyOf }) => judgeValues(known[key] ?? [], anyOf) === 'broken',
  );
  return broken?.obstacle ?? null;
}
