import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { peopleCalls } from '../../../core/contract/people-calls.ts';
import { searchTerms } from '../../../core/search-key.ts';
import {
  createCustomer,
  requireCustomer,
  requireDevice,
  updateCustomer,
  updateDevice,
} from '../services/people-and-devices.ts';
import { type Context, changeTicket } from './context.ts';

export const peopleHandlers: HandlersOf<typeof peopleCalls, 'backend', Context> = {
  'customer.search': ({ text, limit }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      customers: await repositories.customers.search(searchTerms(text), limit),
    })),
  'customer.create': (input, context) => changeTicket(context, (work) => createCustomer(work, input)),
  'customer.update': (input, context) =>
    context.backend.command(
      context,
      (work) => updateCustomer(work, input),
      async (work, { recordId }) => ({ customer: await requireCustomer(work, recordId) }),
    ),
  'device.update': (input, context) =>
    context.backend.command(
      context,
      (work) => updateDevice(work, input),
      async (work, { recordId }) => ({ device: await requireDevice(work, recordId) }),
    ),
};
