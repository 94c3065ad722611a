import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { QueueScope } from '../ports.ts';

/** A scope with these lets every ticket of its lane through. */
export const noConditions = { numbers: null, steps: null, outcomes: [], kinds: [] } as const;

/** True when tickets of the lane may be left out. */
export function isNarrow({ numbers, steps, outcomes, kinds }: QueueScope): boolean {
  return outcomes.length + kinds.length > 0 || numbers !== null || steps !== null;
}

/** What a ticket `t` must fit besides its lane. Sub-selects, so that a list without a filter is read from its index alone. */
export function matching(scope: QueueScope): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = [];
  if (scope.numbers !== null) parts.push(numbered(scope.numbers));
  if (scope.steps !== null) parts.push(atStep(scope.steps));
  if (scope.outcomes.length > 0) parts.push(sql<SqlBool>`t.outcome in (${sql.join(scope.outcomes)})`);
  if (scope.kinds.length > 0)
    parts.push(
      sql<SqlBool>`exists (select 1 from devices k where k.id = t.device_id and k.kind in (${sql.join(scope.kinds)}))`,
    );
  return parts.length === 0 ? sql<SqlBool>`1 = 1` : sql.join<SqlBool>(parts, sql` and `);
}

function numbered(numbers: readonly number[]): RawBuilder<SqlBool> {
  return numbers.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`t.number in (${sql.join(numbers)})`;
}

function atStep(steps: NonNullable<QueueScope['steps']>): RawBuilder<SqlBool> {
  const playbooks = steps
    .filter(({ stepIds }) => stepIds.length > 0)
    .map(
      ({ playbookId, stepIds }) =>
        sql`(t.playbook_id = ${playbookId} and t.step_id in (${sql.join(stepIds)}))`,
    );
  return playbooks.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(playbooks, sql` or `)})`;
}
