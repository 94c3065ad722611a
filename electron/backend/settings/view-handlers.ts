import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { viewCalls } from '../../../core/contract/view-calls.ts';
import type { Change, Context } from '../work/call-context.ts';
import { createView, listViews, moveView, removeView, renameView } from './saved-views.ts';

function changeViews(context: Context, change: Change) {
  return context.backend.command(context, change, listViews);
}

export const viewHandlers: HandlersOf<typeof viewCalls, 'backend', Context> = {
  'view.list': (_, context) => context.backend.perform(context, listViews),
  'view.create': (input, context) => changeViews(context, (work) => createView(work, input)),
  'view.rename': ({ viewId, name }, context) =>
    changeViews(context, (work) => renameView(work, viewId, name)),
  'view.move': ({ viewId, index }, context) => changeViews(context, (work) => moveView(work, viewId, index)),
  'view.remove': ({ viewId }, context) => changeViews(context, (work) => removeView(work, viewId)),
};
