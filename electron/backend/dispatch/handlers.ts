import type { Handlers } from '../../../core/contract/dispatch.ts';
import { dashboardHandlers } from '../dashboard/index.ts';
import { demoHandlers } from '../demo/index.ts';
import { playbookHandlers } from '../playbooks/index.ts';
import { privacyHandlers } from '../privacy/index.ts';
import { mergeHandlers, peopleHandlers, recordHandlers } from '../records/index.ts';
import { searchHandlers } from '../search/index.ts';
import { deskHandlers, viewHandlers, wordsHandlers } from '../settings/index.ts';
import { attachmentHandlers, clockHandlers, queueHandlers, ticketHandlers } from '../tickets/index.ts';
import { transferHandlers } from '../transfer/index.ts';
import { undoHandlers } from '../undo/index.ts';
import { safetyHandlers } from '../upkeep/index.ts';
import type { Context } from '../work/call-context.ts';
import type { Backend } from './backend.ts';

/** One line for each endpoint, one file for each group of the contract; what they do is in the folder of their subject. */
export const handlers: Handlers<'backend', Context<Backend>> = {
  'store.open': async ({ file, keyHex, country }, { backend }) => {
    await backend.openStore(file, keyHex, country);
    return {};
  },
  'store.close': async (_, { backend }) => {
    await backend.closeStore();
    return {};
  },

  'record.listChanges': ({ since }, { backend }) => backend.listChanges(since),

  ...playbookHandlers,
  ...ticketHandlers,
  ...queueHandlers,
  ...dashboardHandlers,
  ...viewHandlers,
  ...peopleHandlers,
  ...deskHandlers,
  ...clockHandlers,
  ...searchHandlers,
  ...recordHandlers,
  ...mergeHandlers,
  ...wordsHandlers,
  ...safetyHandlers,
  ...undoHandlers,
  ...privacyHandlers,
  ...transferHandlers,
  ...demoHandlers,
  ...attachmentHandlers,
};
