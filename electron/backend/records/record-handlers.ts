import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { recordCalls } from '../../../core/contract/record-calls.ts';
import { openForDevice } from '../tickets/index.ts';
import type { Context } from '../work/call-context.ts';
import { requireDevice } from '../work/require-record.ts';
import { answerDevice } from './call-answers.ts';
import { setOwner } from './devices.ts';
import { readRecordLog } from './record-lines.ts';
import { listCustomers, listDevices, listOwnDevices } from './record-lists.ts';
import { readCustomerPage, readDevicePage } from './record-pages.ts';

export const recordHandlers: HandlersOf<typeof recordCalls, 'backend', Context> = {
  'customer.list': (input, context) => context.backend.perform(context, (work) => listCustomers(work, input)),
  'device.list': (input, context) => context.backend.perform(context, (work) => listDevices(work, input)),
  'device.getPage': ({ deviceId }, context) =>
    context.backend.perform(context, (work) => readDevicePage(work, deviceId)),
  'device.listOfCustomer': (input, context) =>
    context.backend.perform(context, (work) => listOwnDevices(work, input)),
  'customer.getPage': ({ customerId }, context) =>
    context.backend.perform(context, (work) => readCustomerPage(work, customerId)),
  'device.setOwner': (input, context) => answerDevice(context, (work) => setOwner(work, input)),

  'audit.checkTicket': ({ ticketId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      brokenAt: await repositories.events.findBroken(ticketId),
    })),
  'audit.getRecord': (record, context) =>
    context.backend.perform(context, async (work) => ({
      entries: await readRecordLog(work, record),
      brokenAt: await work.repositories.recordLog.findBroken(record),
    })),

  'device.openTicket': ({ deviceId }, context) =>
    context.backend.command(
      context,
      async (work) => openForDevice(work, await requireDevice(work, deviceId), {}),
      async (_, { recordId }) => ({ ticketId: recordId }),
    ),
};
