import { phaseSchema } from '../../../../core/playbook/schema.ts';
import type { QueueFilter, QueueLane, QueueView } from '../../../../core/queue/view.ts';
import { outcomeSchema } from '../../../../core/ticket/schema.ts';
import { deviceKindSchema } from '../../../../core/values.ts';

/** A part of the filter whose values are known beforehand. */
export type Choice = {
  readonly name: 'phases' | 'outcomes' | 'kinds';
  readonly options: readonly string[];
};

const PHASES = { name: 'phases', options: phaseSchema.options } as const;
const OUTCOMES = { name: 'outcomes', options: outcomeSchema.options } as const;
const KINDS = { name: 'kinds', options: deviceKindSchema.options } as const;

/** An open ticket has no outcome, and a closed one no step to go on with. */
export function choicesOf(lane: QueueLane): readonly Choice[] {
  return lane === 'closed' ? [OUTCOMES, KINDS] : [PHASES, KINDS];
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
