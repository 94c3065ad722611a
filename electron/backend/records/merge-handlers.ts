import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { mergeCalls } from '../../../core/contract/merge-calls.ts';
import type { Context } from '../work/call-context.ts';
import { answerCustomer, answerDevice } from './call-answers.ts';
import { findDoubles, findLookAlikes, suggestCustomers, suggestDevices } from './doubles.ts';
import { mergeCustomers, mergeDevices, previewCustomerMerge, previewDeviceMerge } from './merge-records.ts';

export const mergeHandlers: HandlersOf<typeof mergeCalls, 'backend', Context> = {
  'customer.findDoubles': ({ customerId }, context) =>
    context.backend.perform(context, async (work) => ({ doubles: await findDoubles(work, customerId) })),
  'customer.suggest': (typed, context) =>
    context.backend.perform(context, async (work) => ({ doubles: await suggestCustomers(work, typed) })),
  'device.findLookAlikes': ({ serial }, context) =>
    context.backend.perform(context, async (work) => ({ devices: await findLookAlikes(work, serial) })),
  'device.suggest': ({ typed }, context) =>
    context.backend.perform(context, async (work) => ({ devices: await suggestDevices(work, typed) })),
  'customer.previewMerge': (input, context) =>
    context.backend.perform(context, (work) => previewCustomerMerge(work, input)),
  'device.previewMerge': (input, context) =>
    context.backend.perform(context, (work) => previewDeviceMerge(work, input)),
  'customer.merge': (input, context) => answerCustomer(context, (work) => mergeCustomers(work, input)),
  'device.merge': (input, context) => answerDevice(context, (work) => mergeDevices(work, input)),
};
