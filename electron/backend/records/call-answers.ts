import type { Customer, Device, Site } from '../../../core/contract/records.ts';
import type { Change, Context } from '../work/call-context.ts';
import { requireCustomer, requireDevice, requireSite } from '../work/require-record.ts';

/** Runs a command whose answer is a customer. */
export function answerCustomer(context: Context, change: Change): Promise<{ customer: Customer }> {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    customer: await requireCustomer(work, recordId),
  }));
}

/** Runs a command whose answer is a device. */
export function answerDevice(context: Context, change: Change): Promise<{ device: Device }> {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    device: await requireDevice(work, recordId),
  }));
}

/** Runs a command whose answer is a customer's place. */
export function answerSite(context: Context, change: Change): Promise<{ site: Site }> {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    site: await requireSite(work, recordId),
  }));
}
