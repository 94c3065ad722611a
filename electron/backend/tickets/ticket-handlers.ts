import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { ticketCalls } from '../../../core/contract/ticket-calls.ts';
import type { Context } from '../work/call-context.ts';
import { changeOrFindTicket, changeTicket } from './call-answers.ts';
import { attachCustomer, attachDevice } from './ticket-attach.ts';
import { carryOut, carryOutWithChecklist, recordScan, reopenTicket } from './ticket-commands.ts';
import { checkFit } from './ticket-fit.ts';
import { openTicket } from './ticket-open.ts';
import { listTickets, readTicket } from './ticket-reading.ts';
import { takeRoute } from './ticket-route.ts';

export const ticketHandlers: HandlersOf<typeof ticketCalls, 'backend', Context> = {
  'ticket.list': (input, context) => context.backend.perform(context, (work) => listTickets(work, input)),
  'ticket.get': ({ ticketId }, context) =>
    context.backend.perform(context, async (work) => ({ ticket: await readTicket(work, ticketId) })),
  'ticket.open': async (input, context) => {
    const { ticket, isOther } = await changeOrFindTicket(context, (work) => openTicket(work, input));
    return { ticket, isExisting: isOther };
  },
  'ticket.recordScan': (input, context) => changeOrFindTicket(context, (work) => recordScan(work, input)),
  'ticket.attachDevice': (input, context) => changeOrFindTicket(context, (work) => attachDevice(work, input)),
  'ticket.checkFit': (input, context) => context.backend.perform(context, (work) => checkFit(work, input)),
  'ticket.attachCustomer': ({ ticketId, customerId }, context) =>
    changeTicket(context, async (work) => {
      const ticket = await attachCustomer(work, ticketId, customerId);
      return { recordId: ticket.id, isOther: false };
    }),
  'ticket.answerStep': ({ ticketId, ...answer }, context) =>
    changeTicket(context, (work) => carryOutWithChecklist(work, ticketId, { type: 'answerStep', ...answer })),
  'ticket.recordOwnership': ({ ticketId, ...seen }, context) =>
    changeTicket(context, (work) =>
      carryOutWithChecklist(work, ticketId, { type: 'recordOwnership', ...seen }),
    ),
  'ticket.learn': ({ ticketId, learned }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'learn', learned })),
  'ticket.takeRoute': ({ ticketId, playbookId }, context) =>
    changeTicket(context, (work) => takeRoute(work, ticketId, playbookId)),
  'ticket.reopenStep': ({ ticketId, stepId }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'reopenStep', stepId })),
  'ticket.addNote': ({ ticketId, text }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'addNote', text })),
  'ticket.close': ({ ticketId, ...ending }, context) =>
    changeTicket(context, (work) =>
      carryOut(work, ticketId, { type: 'close', mergedIntoTicketId: null, ...ending }),
    ),
  'ticket.reopen': ({ ticketId }, context) => changeTicket(context, (work) => reopenTicket(work, ticketId)),
  'ticket.recordFailureReason': ({ ticketId, reason }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'recordFailureReason', reason })),
  'ticket.assign': ({ ticketId, assignee }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'assign', assignee })),
  'ticket.setPriority': ({ ticketId, priority }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'setPriority', priority })),
  'ticket.setTags': ({ ticketId, tags }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'setTags', tags })),
  'ticket.listLabels': (_, context) =>
    context.backend.perform(context, ({ repositories }) => repositories.tickets.listLabels()),

  'scan.getCrop': ({ scanId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      crop: await repositories.scans.findCrop(scanId),
    })),
};
