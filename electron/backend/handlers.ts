import { draftFieldSchema } from '../../core/contract/contract.ts';
import type { Handlers } from '../../core/contract/dispatch.ts';
import type { TicketDetails } from '../../core/contract/records.ts';
import { searchTerms } from '../../core/search-key.ts';
import type { Backend, Call } from './backend.ts';
import {
  createCustomer,
  requireCustomer,
  requireDevice,
  updateCustomer,
  updateDevice,
} from './services/people-and-devices.ts';
import { attachCustomer, attachDevice } from './services/ticket-attach.ts';
import { carryOut, recordScan, reopenTicket } from './services/ticket-commands.ts';
import { openTicket } from './services/ticket-open.ts';
import { listTickets, readTicket } from './services/ticket-reading.ts';
import type { Work } from './services/work.ts';
import type { Receipt } from './store/ports.ts';

/** What a handler is given besides the input. */
export interface Context extends Call {
  readonly backend: Backend;
}

type Change = (work: Work) => Promise<Receipt>;

/** Runs a command whose answer is a ticket. */
function changeTicket(context: Context, change: Change): Promise<{ ticket: TicketDetails }> {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    ticket: await readTicket(work, recordId),
  }));
}

/** The same, for the commands that may end at another ticket. */
function changeOrFindTicket(
  context: Context,
  change: Change,
): Promise<{ ticket: TicketDetails; isOther: boolean }> {
  return context.backend.command(context, change, async (work, { recordId, isOther }) => ({
    ticket: await readTicket(work, recordId),
    isOther,
  }));
}

/** One line for each endpoint; what it does is in `services/`. */
export const handlers: Handlers<'backend', Context> = {
  'store.open': async ({ file, keyHex }, { backend }) => {
    await backend.openStore(file, keyHex);
    return {};
  },
  'store.close': async (_, { backend }) => {
    await backend.closeStore();
    return {};
  },

  'playbook.list': (_, { backend }) => ({ playbooks: backend.parts.playbooks.list() }),

  'ticket.list': (input, context) => context.backend.perform(context, (work) => listTickets(work, input)),
  'ticket.get': ({ ticketId }, context) =>
    context.backend.perform(context, async (work) => ({ ticket: await readTicket(work, ticketId) })),
  'ticket.open': async (input, context) => {
    const { ticket, isOther } = await changeOrFindTicket(context, (work) => openTicket(work, input));
    return { ticket, isExisting: isOther };
  },
  'ticket.recordScan': (input, context) => changeOrFindTicket(context, (work) => recordScan(work, input)),
  'ticket.attachDevice': (input, context) => changeOrFindTicket(context, (work) => attachDevice(work, input)),
  'ticket.attachCustomer': ({ ticketId, customerId }, context) =>
    changeTicket(context, async (work) => {
      const ticket = await attachCustomer(work, ticketId, customerId);
      return { recordId: ticket.id, isOther: false };
    }),
  'ticket.answerStep': ({ ticketId, ...answer }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'answerStep', ...answer })),
  'ticket.reopenStep': ({ ticketId, stepId }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'reopenStep', stepId })),
  'ticket.addNote': ({ ticketId, text }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'addNote', text })),
  'ticket.close': ({ ticketId, outcome }, context) =>
    changeTicket(context, (work) =>
      carryOut(work, ticketId, { type: 'close', outcome, mergedIntoTicketId: null }),
    ),
  'ticket.reopen': ({ ticketId }, context) => changeTicket(context, (work) => reopenTicket(work, ticketId)),

  'scan.getCrop': ({ scanId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      crop: await repositories.scans.findCrop(scanId),
    })),

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

  // Doing these twice changes nothing, so their requests need not be remembered.
  'draft.put': ({ scope, field, text }, context) =>
    context.backend.perform(context, async ({ repositories, now }) => {
      await repositories.desk.putDraft(scope, field, text, now);
      return {};
    }),
  'draft.list': ({ scope }, context) =>
    context.backend.perform(context, async ({ repositories }) => {
      const drafts = await repositories.desk.listDrafts(scope);
      return { drafts: drafts.map(({ field, text }) => ({ field: draftFieldSchema.parse(field), text })) };
    }),
  'desk.getLastTicket': (_, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      ticketId: await repositories.desk.getLastTicket(),
    })),
  'desk.setLastTicket': ({ ticketId }, context) =>
    context.backend.perform(context, async ({ repositories }) => {
      await repositories.desk.setLastTicket(ticketId);
      return {};
    }),
};
