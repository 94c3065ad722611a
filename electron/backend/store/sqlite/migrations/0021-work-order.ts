import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Open tickets stand in one list by what is to be done next, and are walked by whose they are. Every index that the queue was read
 * by begins with the state it was in before, so they are made anew.
 */
export const workOrder: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...makeColumn, placeTickets(Date.now()), ...makeIndexes, ...changeViews])
      await sql.raw(statement).execute(db);
  },
};

const orders = [
  ['work', 'work_order'],
  ['change', 'updated_at'],
  ['urgency', 'urgency'],
  ['customer', 'customer_order'],
  ['opening', 'created_at'],
] as const;

const place = 10_000_000_000_000;
const hourMs = 3_600_000;

const codeValidUntil = `json_extract(state, '$.request.codeValidUntil')`;

/**
 * As `core/queue/work-order.ts` had it when this migration was written. What is due already has mostly been told, and what was told
 * is not placed by the clock again: so it is placed here, by the desk's time.
 *
 * @param wallMs by the computer's clock, epoch ms
 */
function placeTickets(wallMs: number): string {
  const offset = `(select json_extract(value, '$.offsetMs') from desk_state where name = 'clock')`;
  const now = `(${wallMs} + coalesce(${offset}, 0))`;
  return `update tickets set work_order = case
    when status = 'closed' then ${12 * place}
    when next_event_at <= ${now} then urgency * ${place} + next_event_at
    when next_event_kind is not 'lockEnds' and ${codeValidUntil} - ${now} <= ${hourMs}
      then urgency * ${place} + ${codeValidUntil}
    when lane = 'waiting' or next_event_kind in ('lockEnds', 'coolDownEnds', 'reminder', 'callBackOverdue')
      then ${8 * place} + coalesce(next_event_at, ${place - 1})
    else ${4 * place} + urgency * ${place} + updated_at end`;
}

const makeColumn: readonly string[] = [
  ...['event', 'change', 'urgency', 'customer', 'opening'].flatMap((name) => [
    `drop index queue_by_${name}`,
    `drop index queue_unassigned_by_${name}`,
  ]),
  'alter table tickets drop column event_order',
  'alter table tickets add column work_order integer not null default 0',
];

const makeIndexes: readonly string[] = [
  ...orders.map(([name, value]) => `create index queue_by_${name} on tickets (status, ${value}, number)`),
  ...orders.map(
    ([name, value]) =>
      `create index queue_held_by_${name} on tickets (assignee, ${value}, number) where status = 'open'`,
  ),
];

const changeViews: readonly string[] = [
  // Views of before: what was in hand or waiting is among all that is open; the next event is the next act.
  `update saved_views set view = json_set(view, '$.filter.stages', json_array(json_extract(view, '$.lane')), '$.lane', 'open')
    where json_extract(view, '$.lane') in ('now', 'waiting')`,
  `update saved_views set view = json_set(view, '$.sort', iif(json_extract(view, '$.lane') = 'closed', 'changed', 'next'))
    where json_extract(view, '$.sort') = 'nextEvent'`,
];
