import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { peopleCalls } from '../../../core/contract/people-calls.ts';
import { changeTicket } from '../tickets/index.ts';
import type { Context } from '../work/call-context.ts';
import { answerCustomer, answerDevice, answerSite } from './call-answers.ts';
import { createCustomer, searchCustomers, updateCustomer } from './customers.ts';
import { updateDevice } from './devices.ts';
import { createSite, updateSite } from './sites.ts';

export const peopleHandlers: HandlersOf<typeof peopleCalls, 'backend', Context> = {
  'customer.search': ({ text, limit }, context) =>
    context.backend.perform(context, async (work) => ({
      customers: await searchCustomers(work, text, limit),
    })),
  'customer.create': (input, context) => changeTicket(context, (work) => createCustomer(work, input)),
  'customer.update': (input, context) => answerCustomer(context, (work) => updateCustomer(work, input)),
  'site.listOfCustomer': ({ customerId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      sites: await repositories.sites.listOfCustomer(customerId),
    })),
  'site.create': (input, context) => answerSite(context, (work) => createSite(work, input)),
  'site.update': (input, context) => answerSite(context, (work) => updateSite(work, input)),
  'device.update': (input, context) => answerDevice(context, (work) => updateDevice(work, input)),
};
