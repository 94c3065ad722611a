import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { prioritySchema } from '../../../../core/ticket/schema.ts';
import type { QueueScope } from '../ports/queue.ts';

type Conditions = Omit<QueueScope, 'status' | 'holder' | 'sort' | 'isReversed'>;

/** A scope with these lets every ticket of its lane through. */
export const noConditions: Conditions = {
  numbers: null,
  steps: null,
  othersThan: null,
  stages: [],
  outcomes: [],
  kinds: [],
  assignees: [],
  priorities: [],
  tags: [],
  vendors: [],
};

/** True when tickets of the lane may be left out. */
export function isNarrow(scope: QueueScope): boolean {
  return conditionsOf(scope).length > 0;
}

/** What a ticket `t` must fit besides its lane. */
export function matching(scope: QueueScope): RawBuilder<SqlBool> {
  const conditions = conditionsOf(scope);
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql.join<SqlBool>(conditions, sql` and `);
}

/** Sub-selects instead of joins, so that a list without a filter is read from its index alone. */
function conditionsOf(scope: Conditions): RawBuilder<SqlBool>[] {
  const { numbers, steps, othersThan, stages, outcomes, kinds, assignees, priorities, tags, vendors } = scope;
  return [
    ...(numbers === null ? [] : [numbered(numbers)]),
    ...(steps === null ? [] : [atStep(steps)]),
    // Nobody's compare with nothing, so they are left out with it.
    ...(othersThan === null ? [] : [sql<SqlBool>`t.assignee <> ${othersThan}`]),
    ...oneOf(sql.ref('t.lane'), stages),
    ...oneOf(sql.ref('t.outcome'), outcomes),
    ...oneOf(
      sql.ref('t.priority'),
      priorities.map((priority) => prioritySchema.options.indexOf(priority)),
    ),
    ...(assignees.length === 0 ? [] : [belongingTo(assignees)]),
    ...oneOf(sql.ref('d.kind'), kinds).map(ofDevice),
    ...oneOf(sql.ref('d.vendor_family'), vendors).map(ofDevice),
    ...oneOf(sql.ref('g.tag'), tags).map(
      (tagged) => sql<SqlBool>`exists (select 1 from ticket_tags g where g.ticket_id = t.id and ${tagged})`,
    ),
  ];
}

/** None when every value is let through. */
function oneOf(value: RawBuilder<unknown>, choices: readonly (string | number)[]): RawBuilder<SqlBool>[] {
  return choices.length === 0 ? [] : [sql<SqlBool>`${value} in (${sql.join(choices)})`];
}

function ofDevice(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from devices d where d.id = t.device_id and ${condition})`;
}

function belongingTo(assignees: QueueScope['assignees']): RawBuilder<SqlBool> {
  const agents = assignees.filter((assignee) => assignee !== null);
  const parts = oneOf(sql.ref('t.assignee'), agents);
  if (agents.length < assignees.length) parts.push(sql<SqlBool>`t.assignee is null`);
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
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
