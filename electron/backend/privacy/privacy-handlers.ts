import { dirname } from 'node:path';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { ErasePreview, privacyCalls } from '../../../core/contract/privacy-calls.ts';
import { countSetAside } from '../store/sqlite/restore.ts';
import { goneAt } from '../store/sqlite/rotation.ts';
import type { Context } from '../work/call-context.ts';
import { logAtDesk, readDeskLog } from '../work/desk-log.ts';
import { readCustomerData } from './customer-data.ts';
import { eraseCustomer, previewErase } from './erase-customer.ts';
import { previewRetention } from './retention.ts';

export const privacyHandlers: HandlersOf<typeof privacyCalls, 'backend', Context> = {
  'customer.previewErase': ({ customerId }, context) =>
    context.backend.perform(context, async (work) => ({
      ...(await previewErase(work, customerId)),
      backups: backupsHolding(context),
    })),
  'customer.erase': (input, context) => {
    let tickets = 0;
    return context.backend.command(
      context,
      async (work) => {
        tickets = await eraseCustomer(work, input, 'agent');
        return { recordId: input.customerId, isOther: false };
      },
      async (work, { recordId }) => ({
        tickets: tickets || (await work.repositories.privacy.listTickets(recordId)).length,
      }),
    );
  },
  'store.readCustomerData': ({ customerId }, context) =>
    context.backend.perform(context, (work) => readCustomerData(work, customerId)),
  'store.noteCustomerData': ({ customerId, actor }, context) =>
    context.backend.perform({ ...context, actor }, async (work) => {
      await logAtDesk(work, { type: 'customerExported', customerId });
      return {};
    }),
  'retention.preview': (rules, context) =>
    previewRetention((run) => context.backend.perform(context, run), rules),
  'desk.getLog': (input, context) => context.backend.perform(context, (work) => readDeskLog(work, input)),
};

function backupsHolding({ backend }: Context): ErasePreview['backups'] {
  const state = backend.maintenance.getState();
  const backups = state?.backups ?? [];
  return {
    count: backups.length,
    goneAt: goneAt(backend.parts.clock.now()),
    beforeUpdate: backups.filter(({ kind }) => kind === 'beforeUpdate').length,
    setAside: state === null ? 0 : countSetAside(dirname(state.folder)),
  };
}
