import { expect, it } from 'vitest';
import { contradictions, unfoundedLines } from '../../core/playbook/check-facts.ts';
import { factOfLimit } from '../../core/playbook/limit-facts.ts';
import type { Limits } from '../../core/playbook/schema.ts';
import { shownFacts } from '../../core/playbook/shown-facts.ts';
import { type ContradictedLimit, contradictedLimitSchema } from '../../core/ticket/schema.ts';
import { library, playbooks } from './whole-playbooks.fixture.ts';

it('no two facts contradict each other', () => {
  const own = playbooks.flatMap(({ facts }) => facts);
  const all = new Map([...library.facts, ...own].map((fact) => [fact.id, fact]));
  expect(contradictions([...all.values()])).toEqual([]);
  // The check is only worth something over subjects that several facts speak of.
  const subjects = [...all.values()].flatMap(({ claims }) => claims?.subject ?? []);
  expect(new Set(subjects).size).toBeLessThan(subjects.length);
});

it.each(playbooks.map((playbook) => [playbook.id, playbook] as const))(
  'every figure and address that %s lets an agent say has its fact in the step',
  (_, playbook) => {
    expect(unfoundedLines(playbook)).toEqual([]);
  },
);

it('rests each limit that can be warned of on a fact with its source', () => {
  const limitsOf = {
    codesLeftForQr: ['codesPerQr'],
    codesLeftToday: ['codesPerDay'],
    coolDownOver: ['coolDown'],
    deviceNotLocked: ['lockMs'],
    codeNotExpired: ['codeValidityMs', 'fileValidityMs'],
  } as const satisfies Record<ContradictedLimit, readonly (keyof Limits)[]>;
  const unfounded = playbooks.flatMap((playbook) =>
    contradictedLimitSchema.options
      .filter((condition) => limitsOf[condition].some((limit) => playbook.limits[limit] !== null))
      .filter((condition) => factOfLimit(playbook, condition) === null)
      .map((condition) => `${playbook.id}: ${condition}`),
  );
  expect(unfounded).toEqual([]);
});

it('shows no fact at a kind of device that it is not about', () => {
  for (const playbook of playbooks)
    for (const deviceKind of playbook.match.deviceKinds)
      for (const step of playbook.steps) {
        const shown = shownFacts(playbook, step, { deviceKind });
        expect(shown.filter(({ deviceKinds }) => deviceKinds?.includes(deviceKind) === false)).toEqual([]);
      }
});
