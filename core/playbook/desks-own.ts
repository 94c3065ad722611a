import * as z from 'zod';
import type { Fact, Playbook, Step } from './schema.ts';
import { localizedTextSchema } from './text.ts';

/**
 * A playbook of the supervisor's folder, marked as the desk's own wherever it goes. Facts that it states itself lose the grade
 * that its author gave them: those words are for what the app's own sources say.
 *
 * @param shared the facts of the app
 */
export function asDesksOwn(playbook: Playbook, shared: readonly Fact[]): Playbook {
  const known = new Set(shared.map((fact) => JSON.stringify(fact)));
  const facts = playbook.facts.map(
    (fact): Fact => (known.has(JSON.stringify(fact)) ? fact : { ...fact, grade: 'OWN' }),
  );
  return { ...playbook, facts, isDesksOwn: true };
}

const titlesSchema = z.array(localizedTextSchema);

/** What a supervisor has to see before the desk works by a file. */
export const playbookDifferencesSchema = z.strictObject({
  /** The procedure of the app that it takes the place of. */
  replaces: z.strictObject({ title: localizedTextSchema, version: z.int().positive() }).nullable(),
  addresses: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) }),
  limits: z.array(z.strictObject({ name: z.string(), before: z.string(), after: z.string() })),
  steps: z.strictObject({ added: titlesSchema, removed: titlesSchema, changed: titlesSchema }),
});
export type PlaybookDifferences = z.infer<typeof playbookDifferencesSchema>;

/** @param replaced what has the same id in the app, or null: then everything is new */
export function compareWithApp(own: Playbook, replaced: Playbook | null): PlaybookDifferences {
  const addressesOf = (playbook: Playbook | null) =>
    (playbook?.addresses ?? []).map(({ address }) => address);
  return {
    replaces: replaced === null ? null : { title: replaced.title, version: replaced.version },
    addresses: {
      added: addressesOf(own).filter((address) => !addressesOf(replaced).includes(address)),
      removed: addressesOf(replaced).filter((address) => !addressesOf(own).includes(address)),
    },
    limits: changedLimits(own, replaced),
    steps: changedSteps(own.steps, replaced?.steps ?? []),
  };
}

function changedLimits(own: Playbook, replaced: Playbook | null): PlaybookDifferences['limits'] {
  const { facts: _own, ...limits } = { ...own.limits, ...namedRules(own) };
  const { facts: _replaced, ...former } = { ...replaced?.limits, ...namedRules(replaced) };
  const before: Readonly<Record<string, unknown>> = former;
  return Object.entries(limits)
    .map(([name, value]) => ({ name, before: wordOf(before[name]), after: wordOf(value) }))
    .filter((limit) => limit.before !== limit.after);
}

function namedRules(playbook: Playbook | null) {
  if (playbook === null || playbook.passwordRules === null) return { passwordRules: null };
  const { fact: _fact, ...passwordRules } = playbook.passwordRules;
  return { passwordRules };
}

/** A value as a supervisor's file has it. */
function wordOf(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function changedSteps(own: readonly Step[], former: readonly Step[]): PlaybookDifferences['steps'] {
  const find = (steps: readonly Step[], id: string) => steps.find((step) => step.id === id);
  const titles = (steps: readonly Step[]) => steps.map(({ title }) => title);
  return {
    added: titles(own.filter(({ id }) => find(former, id) === undefined)),
    removed: titles(former.filter(({ id }) => find(own, id) === undefined)),
    changed: titles(
      own.filter((step) => {
        const before = find(former, step.id);
        return before !== undefined && JSON.stringify(before) !== JSON.stringify(step);
      }),
    ),
  };
}
