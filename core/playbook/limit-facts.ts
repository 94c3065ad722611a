import type { ContradictedLimit } from '../ticket/schema.ts';
import type { Fact, Playbook } from './schema.ts';

/** What a fact about such a limit says of, after the brand: `dahua.codesPerQr`. */
const subjects: Readonly<Record<ContradictedLimit, readonly string[]>> = {
  codesLeftForQr: ['codesPerQr'],
  codesLeftToday: ['codesPerDay'],
  coolDownOver: ['coolDown'],
  deviceNotLocked: ['lock'],
  codeNotExpired: ['codeValidity', 'fileValidity'],
};

/** The fact that a limit rests on; null where the playbook, one of a desk's own, names none. */
export function factOfLimit({ limits, facts }: Playbook, condition: ContradictedLimit): Fact | null {
  const isOfLimit = ({ id, claims }: Fact) =>
    limits.facts.includes(id) && subjects[condition].includes(claims?.subject.split('.').at(-1) ?? '');
  return facts.find(isOfLimit) ?? null;
}
