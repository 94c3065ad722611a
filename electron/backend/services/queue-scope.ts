import type { QueueView } from '../../../core/queue/view.ts';
import { searchTerms } from '../../../core/search-key.ts';
import type { QueueScope } from '../store/ports.ts';
import type { Work } from './work.ts';

/** A view in words that the tables know: words to look for, and the steps that make up a phase. */
export function scopeOf(work: Work, { lane, sort, isReversed, filter }: QueueView): QueueScope {
  const { text, phases, outcomes, kinds } = filter;
  return { lane, sort, isReversed, terms: searchTerms(text), steps: stepsOf(work, phases), outcomes, kinds };
}

function stepsOf({ playbooks }: Work, phases: QueueView['filter']['phases']): QueueScope['steps'] {
  if (phases.length === 0) return null;
  return playbooks.list().map(({ id, steps }) => ({
    playbookId: id,
    stepIds: steps.filter((step) => phases.includes(step.phase)).map((step) => step.id),
  }));
}
