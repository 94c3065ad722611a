import type { Fact, Playbook, Step } from './schema.ts';
import { judge, type Situation } from './situation.ts';

/**
 * The facts of a step that are about a device like this one: shared steps carry those of other kinds and menus too. While kind
 * and menus are not known, all that the playbook is for are shown.
 */
export function shownFacts(playbook: Playbook, step: Step, situation: Situation): readonly Fact[] {
  const kinds = playbook.match.deviceKinds;
  const isAbout = ({ deviceKinds = kinds, generations }: Fact) =>
    deviceKinds.some((kind) => kinds.includes(kind)) &&
    judge(situation, 'deviceKind', deviceKinds) !== 'broken' &&
    (generations.length === 0 || judge(situation, 'generation', generations) !== 'broken');
  return playbook.facts.filter((fact) => step.facts.includes(fact.id) && isAbout(fact));
}
