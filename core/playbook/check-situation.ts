import type { Playbook } from './schema.ts';
import { type SituationQuestion, unsure } from './situation.ts';

/**
 * Names what a playbook says of the situation that no question can tell: a key or a value that the questions do not
 * have. Such a need could never be met, and such an answer would teach nothing.
 */
export function checkSituation(playbook: Playbook, questions: readonly SituationQuestion[]): string[] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return situationUses(playbook).flatMap(({ where, key, values }) => {
    const question = byKey.get(key);
    if (question === undefined) return [`${where}: no question has the key "${key}"`];
    // Brands come from the playbooks themselves.
    if (key === 'vendor') return [];
    const known = [unsure, ...question.answers.map((answer) => answer.value)];
    return values
      .filter((value) => !known.includes(value))
      .map((value) => `${where}: "${key}" never has the value "${value}"`);
  });
}

type Use = { readonly where: string; readonly key: string; readonly values: readonly string[] };

function situationUses({ suits, labels, steps }: Playbook): readonly Use[] {
  const inWhen = (where: string, when: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(when).map(([key, values]) => ({ where, key, values }));
  return [
    ...suits.needs.map(({ key, anyOf }) => ({ where: `need "${key}"`, key, values: anyOf })),
    ...Object.entries(labels).flatMap(([name, { variants }]) =>
      variants.flatMap(({ when }) => inWhen(`label "${name}"`, when)),
    ),
    ...steps.flatMap((step) => [
      ...step.do.flatMap(({ when }) => inWhen(`step "${step.id}"`, when)),
      ...step.answers.flatMap(({ id, when, learns }) => {
        const where = `step "${step.id}", answer "${id}"`;
        const learned = Object.entries(learns).map(([key, value]) => ({ where, key, values: [value] }));
        return [...inWhen(where, when), ...learned];
      }),
    ]),
  ];
}
