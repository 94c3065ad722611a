import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { transferCalls } from '../../../core/contract/transfer-calls.ts';
import type { Context } from './context.ts';

export const transferHandlers: HandlersOf<typeof transferCalls, 'backend', Context> = {
  'transfer.getState': (_, { backend }) => backend.transfers.getState(),
  'transfer.cancel': (_, { backend }) => {
    backend.transfers.cancel();
    return {};
  },
  'store.export': ({ what, file, actor }, context) => {
    context.backend.startExport({ ...context, actor }, what, file);
    return {};
  },
};
