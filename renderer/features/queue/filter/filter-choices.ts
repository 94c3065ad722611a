import { phaseSchema } from '../../../../core/playbook/schema.ts';
import {
  type QueueFilter,
  type QueueLane,
  type QueueView,
  stageSchema,
} from '../../../../core/queue/view.ts';
import { outcomeSchema, prioritySchema } from '../../../../core/ticket/schema.ts';
import { deviceKindSchema } from '../../../../core/values.ts';

/** A part of the filter, and the values there are to choose from. */
export type Choice = {
  readonly name: Exclude<keyof QueueFilter, 'text'>;
  readonly options: readonly string[];
};

/** What the desk's records hold, for the parts whose values are not known beforehand. */
export type Labels = {
  readonly tags: readonly string[];
  readonly assignees: readonly string[];
  readonly vendors: readonly string[];
};

/** An open ticket has no outcome, and a closed one no step to go on with; some lanes are of tickets that one agent has, or nobody. */
export function choicesOf(lane: QueueLane, { tags, assignees, vendors }: Labels): readonly Choice[] {
  const owners = ['me', 'nobody', ...assignees.map((assignee) => `agent:${assignee}`)];
  return [
    ...(lane === 'closed' ? [] : [{ name: 'stages' as const, options: stageSchema.options }]),
    ...(lane === 'unassigned' || lane === 'mine' ? [] : [{ name: 'owners' as const, options: owners }]),
    { name: 'priorities' as const, options: prioritySchema.options.toReversed() },
    lane === 'closed'
      ? { name: 'outcomes' as const, options: outcomeSchema.options }
      : { name: 'phases' as const, options: phaseSchema.options },
    { name: 'kinds' as const, options: deviceKindSchema.options },
    { name: 'vendors' as const, options: vendors },
    { name: 'tags' as const, options: tags },
  ].filter(({ options }) => options.length > 0);
}

/** What is let through now, of every part. */
export function chosenOf(filter: QueueFilter): readonly { name: Choice['name']; option: string }[] {
  const { text, ...parts } = filter;
  return Object.entries(parts).flatMap(([name, options]) =>
    options.map((option) => ({ name: name as Choice['name'], option })),
  );
}

/** The filter with one value let through or not. */
export function toggled(filter: QueueFilter, name: Choice['name'], option: string): QueueFilter {
  const before: readonly string[] = filter[name];
  const after = before.includes(option) ? before.filter((value) => value !== option) : [...before, option];
  return { ...filter, [name]: after };
}

export function withFilter(view: QueueView, filter: QueueFilter): QueueView {
  return { ...view, filter };
}
