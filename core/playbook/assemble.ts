import * as z from 'zod';
import { factUses } from './check.ts';
import { exits, walk } from './roads.ts';
import {
  type Answer,
  type Condition,
  type Fact,
  factSchema,
  type Playbook,
  phaseSchema,
  playbookSchema,
  type Step,
  stepSchema,
} from './schema.ts';

/** Steps that several playbooks share: how to wait for a code, to set a password. `assets/playbooks/parts/*.json`. */
export const playbookPartSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  steps: z.array(stepSchema).min(1),
});
export type PlaybookPart = z.infer<typeof playbookPartSchema>;

/** A playbook as its file has it: what it shares with others is named instead of repeated. */
export const playbookSourceSchema = playbookSchema.extend({
  /** Ids of parts. Where several have a step of the same id, the first one counts, and a step of the file itself before all. */
  include: z.array(z.string()).default([]),
  steps: z.array(stepSchema).default([]),
  /** Facts of this file only; those of the shared list are named by their id alone. */
  facts: z.array(factSchema).default([]),
});
export type PlaybookSource = z.infer<typeof playbookSourceSchema>;

/** What the files of playbooks can take from. */
export interface PlaybookLibrary {
  readonly parts: readonly PlaybookPart[];
  readonly facts: readonly Fact[];
}

export type Assembly =
  | { readonly ok: true; readonly playbook: Playbook }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * The whole playbook of a file: its own steps, the included ones that are reached from the first step, and every fact
 * that they name. The result stands alone: it can be stored, and parts that change later do not change it.
 */
export function assemblePlaybook({ include, ...source }: PlaybookSource, library: PlaybookLibrary): Assembly {
  const unknown = include.filter((id) => !library.parts.some((part) => part.id === id));
  if (unknown.length > 0)
    return { ok: false, faults: unknown.map((id) => `include: there is no part "${id}"`) };
  const included = include
    .flatMap((id) => library.parts.find((part) => part.id === id)?.steps ?? [])
    .map((step) => withoutUnstated(step, source))
    .map((step) => withOwnFacts(step, source, library));
  const steps = withReachedSteps(source.steps, included, source.firstStepId);
  if (steps.length === 0) return { ok: false, faults: ['steps: there is none, and none is included'] };
  const playbook = { ...source, steps };
  const own = new Set(source.facts.map((fact) => fact.id));
  const named = new Set(factUses(playbook).map(({ fact }) => fact));
  const shared = library.facts.filter(({ id }) => named.has(id) && !own.has(id));
  return { ok: true, playbook: { ...playbook, facts: [...source.facts, ...shared] } };
}

/**
 * Where no source states a validity nothing expires, and where none says how many codes a QR gives it is never used up: a shared
 * answer for that can be given on no way.
 */
function withoutUnstated(step: Step, { limits }: Pick<PlaybookSource, 'limits'>): Step {
  const never: Condition[] = [];
  if (limits.codeValidityMs === null && limits.fileValidityMs === null) never.push('codeExpired');
  if (limits.codesPerQr === null) never.push('noCodesLeftForQr');
  const isPossible = ({ requires }: Answer) => !requires.some((condition) => never.includes(condition));
  return { ...step, answers: step.answers.filter(isPossible) };
}

/**
 * A shared step carries the facts of every brand that takes it in. Here those of other brands give way to what the playbook's own
 * limits rest on for the same subject, or go.
 */
function withOwnFacts(step: Step, source: Omit<PlaybookSource, 'include'>, library: PlaybookLibrary): Step {
  const known = [...source.facts, ...library.facts];
  const factOf = (id: string) => known.find((fact) => fact.id === id);
  const brands = source.match.vendors.map(({ family }) => family);
  const subjectOf = (fact: Fact | undefined) => fact?.claims?.subject.split('.').at(-1);
  const facts = step.facts.flatMap((id) => {
    const fact = factOf(id);
    if (fact?.vendors === undefined || fact.vendors.some((brand) => brands.includes(brand))) return id;
    const subject = subjectOf(fact);
    return (
      source.limits.facts.find((own) => subject !== undefined && subjectOf(factOf(own)) === subject) ?? []
    );
  });
  return { ...step, facts: [...new Set(facts)] };
}

/** In the order of their phases. Own steps stay also when nothing leads to them: `checkPlaybook` names those. */
function withReachedSteps(own: readonly Step[], included: readonly Step[], firstStepId: string): Step[] {
  const byId = new Map<string, Step>();
  for (const step of [...own, ...included]) if (!byId.has(step.id)) byId.set(step.id, step);
  const roads = new Map([...byId].map(([id, step]) => [id, exits(step)]));
  const reached = walk(roads, [firstStepId]);
  const kept = [...byId.values()].filter((step) => own.includes(step) || reached.has(step.id));
  const place = (step: Step) => phaseSchema.options.indexOf(step.phase);
  return kept.toSorted((one, other) => place(one) - place(other));
}
