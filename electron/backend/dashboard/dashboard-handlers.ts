import type { dashboardCalls } from '../../../core/contract/dashboard-calls.ts';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { Context } from '../work/call-context.ts';

export const dashboardHandlers: HandlersOf<typeof dashboardCalls, 'backend', Context> = {
  'dashboard.read': ({ bounds }, context) =>
    context.backend.perform(context, ({ repositories }) => repositories.dashboard.read(bounds)),
};
