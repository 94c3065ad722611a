import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { peopleCalls } from '../../../core/contract/people-calls.ts';
import { type Change, type Context, changeDevice, changeTicket } from '../work/call-context.ts';
import { createCustomer, requireCustomer, searchCustomers, updateCustomer } from './customers.ts';
import { updateDevice } from './devices.ts';
import { createSite, requireSite, updateSite } from './sites.ts';

export const peopleHandlers: HandlersOf<typeof peopleCalls, 'backend', Context> = {
  'customer.search': ({ text, limit }, context) =>
    context.backend.perform(context, async (work) => ({
      customers: await searchCustomers(work, text, limit),
    })),
  'customer.create': (input, context) => changeTicket(context, (work) => createCustomer(work, input)),
  'customer.update': (input, context) =>
    context.backend.command(
      context,
      (work) => updateCustomer(work, input),
      async (work, { recordId }) => ({ customer: await requireCustomer(work, recordId) }),
    ),
  'site.listOfCustomer': ({ customerId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      sites: await repositories.sites.listOfCustomer(customerId),
    })),
  'site.create': (input, context) => changeSite(context, (work) => createSite(work, input)),
  'site.update': (input, context) => changeSite(context, (work) => updateSite(work, input)),
  'device.update': (input, context) => changeDevice(context, (work) => updateDevice(work, input)),
};

function changeSite(context: Context, change: Change) {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    site: await requireSite(work, recordId),
  }));
}
