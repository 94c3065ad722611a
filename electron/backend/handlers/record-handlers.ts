import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { recordCalls } from '../../../core/contract/record-calls.ts';
import { requireCustomer } from '../services/customers.ts';
import { requireDevice, setOwner } from '../services/devices.ts';
import { findDoubles, findLookAlikes, suggestCustomers, suggestDevices } from '../services/doubles.ts';
import {
  mergeCustomers,
  mergeDevices,
  previewCustomerMerge,
  previewDeviceMerge,
} from '../services/merge-records.ts';
import { readRecordLog } from '../services/record-lines.ts';
import { listCustomers, listDevices } from '../services/record-lists.ts';
import { readCustomerPage, readDevicePage } from '../services/record-pages.ts';
import { openForDevice } from '../services/ticket-open.ts';
import type { Change, Context } from './context.ts';

export const recordHandlers: HandlersOf<typeof recordCalls, 'backend', Context> = {
  'customer.list': (input, context) => context.backend.perform(context, (work) => listCustomers(work, input)),
  'device.list': (input, context) => context.backend.perform(context, (work) => listDevices(work, input)),
  'device.getPage': ({ deviceId }, context) =>
    context.backend.perform(context, (work) => readDevicePage(work, deviceId)),
  'customer.getPage': ({ customerId }, context) =>
    context.backend.perform(context, (work) => readCustomerPage(work, customerId)),
  'device.setOwner': ({ deviceId, customerId }, context) =>
    changeDeviceRecord(context, (work) => setOwner(work, deviceId, customerId)),

  'audit.checkTicket': ({ ticketId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      brokenAt: await repositories.events.findBroken(ticketId),
    })),
  'audit.getRecord': (record, context) =>
    context.backend.perform(context, async (work) => ({
      entries: await readRecordLog(work, record),
      brokenAt: await work.repositories.recordLog.findBroken(record),
    })),

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
  'customer.merge': (input, context) =>
    context.backend.command(
      context,
      (work) => mergeCustomers(work, input),
      async (work, { recordId }) => ({ customer: await requireCustomer(work, recordId) }),
    ),
  'device.merge': (input, context) => changeDeviceRecord(context, (work) => mergeDevices(work, input)),
  'device.openTicket': ({ deviceId }, context) =>
    context.backend.command(
      context,
      async (work) => openForDevice(work, await requireDevice(work, deviceId), {}),
      async (_, { recordId }) => ({ ticketId: recordId }),
    ),
};

function changeDeviceRecord(context: Context, change: Change) {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    device: await requireDevice(work, recordId),
  }));
}
