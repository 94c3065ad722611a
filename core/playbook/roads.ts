import type { Step } from './schema.ts';

/** Ids of the steps that follow a step, by an answer or by itself. */
export function exits(step: Step): string[] {
  const targets = step.answers.map((answer) => answer.leadsTo);
  return step.passWhen === null ? targets : [...targets, step.passWhen.leadsTo];
}

/** Every id that can be reached from `from`, those included. */
export function walk(roads: ReadonlyMap<string, readonly string[]>, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(roads.get(id) ?? []));
  }
  return seen;
}
