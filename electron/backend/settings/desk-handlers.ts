import { type deskCalls, draftFieldSchema } from '../../../core/contract/desk-calls.ts';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { Context } from '../work/call-context.ts';
import { noteAgent } from './agent-name.ts';

export const deskHandlers: HandlersOf<typeof deskCalls, 'backend', Context> = {
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
  'store.noteAgent': ({ actor }, context) =>
    context.backend.perform({ ...context, actor }, async (work) => {
      await noteAgent(work);
      return {};
    }),
  'desk.setLastTicket': ({ ticketId }, context) =>
    context.backend.perform(context, async ({ repositories }) => {
      await repositories.desk.setLastTicket(ticketId);
      return {};
    }),
};
