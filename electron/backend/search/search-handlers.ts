import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { searchCalls } from '../../../core/contract/search-calls.ts';
import type { Context } from '../work/call-context.ts';
import { searchDesk } from './search.ts';

export const searchHandlers: HandlersOf<typeof searchCalls, 'backend', Context> = {
  'desk.search': (input, context) => context.backend.perform(context, (work) => searchDesk(work, input)),
};
