import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { privacyCalls } from '../../../core/contract/privacy-calls.ts';
import type { Maintenance } from '../upkeep/index.ts';
import type { Context } from '../work/call-context.ts';
import { logAtDesk, readDeskLog } from '../work/desk-log.ts';
import { readCustomerData } from './customer-data.ts';
import { eraseCustomer, previewErase } from './erase-customer.ts';
import { previewRetention } from './retention.ts';

type PrivacyContext = Context<{
  readonly maintenance: Pick<Maintenance, 'holdingErased'>;
}>;

export const privacyHandlers: HandlersOf<typeof privacyCalls, 'backend', PrivacyContext> = {
  'customer.previewErase': ({ customerId }, context) =>
    context.backend.perform(context, async (work) => ({
      ...(await previewErase(work, customerId)),
      backups: context.backend.maintenance.holdingErased(),
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
