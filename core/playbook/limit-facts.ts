import type { ContradictedLimit } from '../ticket/schema.ts';
import type { Fact, Playbook } from './schema.ts';

/** What the facts behind each limit are about: the last part of the subject that they claim, as in `dahua.codesPerQr`. */
const subjects: Readonly<Record<ContradictedLimit, readonly string[]>> = {
  codesLeftForQr: ['codesPerQr'],
  codesLeftToday: ['codesPerDay'],
  coolDownOver: ['coolDown'],
  deviceNotLocked: ['lock'],
  codeNotExpired: ['codeValidity', 'fileValidity'],
};

/** The fact that a limit rests on. Null where the playbook names none: a desk's own may not. */
export function factOfLimit({ limits, facts }: Playbook, condition: ContradictedLimit): Fact | null {
  const isOfLimit = ({ id, claims }: Fact) =>
    limits.facts.includes(id) && subjects[condition].includes(claims?.subject.split('.').at(-1) ?? '');
  return facts.find(isOfLimit) ?? null;
}
