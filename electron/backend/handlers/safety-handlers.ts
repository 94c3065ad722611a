import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { safetyCalls } from '../../../core/contract/safety-calls.ts';
import type { Context } from './context.ts';

export const safetyHandlers: HandlersOf<typeof safetyCalls, 'backend', Context> = {
  'safety.getState': (_, { backend }) => {
    const state = backend.maintenance.getState();
    if (state === null) throw new CallError('store_locked', 'The database is not open.');
    return state;
  },
  'safety.backUp': (_, { backend }) => {
    backend.maintenance.backUp('manual');
    return {};
  },
  'safety.check': (_, { backend }) => {
    backend.maintenance.check();
    return {};
  },
};
