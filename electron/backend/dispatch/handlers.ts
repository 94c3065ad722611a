import type { Handlers } from '../../../core/contract/dispatch.ts';
import { demoHandlers } from '../demo/demo-handlers.ts';
import { playbookHandlers } from '../playbooks/playbook-handlers.ts';
import { privacyHandlers } from '../privacy/privacy-handlers.ts';
import { mergeHandlers } from '../records/merge-handlers.ts';
import { peopleHandlers } from '../records/people-handlers.ts';
import { recordHandlers } from '../records/record-handlers.ts';
import { searchHandlers } from '../search/search-handlers.ts';
import { deskHandlers } from '../settings/desk-handlers.ts';
import { viewHandlers } from '../settings/view-handlers.ts';
import { wordsHandlers } from '../settings/words-handlers.ts';
import { attachmentHandlers } from '../tickets/attachment-handlers.ts';
import { clockHandlers } from '../tickets/clock-handlers.ts';
import { queueHandlers } from '../tickets/queue-handlers.ts';
import { ticketHandlers } from '../tickets/ticket-handlers.ts';
import { transferHandlers } from '../transfer/transfer-handlers.ts';
import { undoHandlers } from '../undo/undo-handlers.ts';
import { safetyHandlers } from '../upkeep/safety-handlers.ts';
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

  ...playbookHandlers,
  ...ticketHandlers,
  ...queueHandlers,
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
