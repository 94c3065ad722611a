import type { attachmentCalls } from '../../../core/contract/attachment-calls.ts';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { Context } from '../work/call-context.ts';
import { addAttachment, removeAttachment, requireAttachment } from './attachments.ts';

export const attachmentHandlers: HandlersOf<typeof attachmentCalls, 'backend', Context> = {
  'attachment.list': ({ ticketId }, context) =>
    context.backend.perform(context, async ({ repositories }) => ({
      attachments: await repositories.attachments.listOfTicket(ticketId),
    })),
  'attachment.add': (input, context) =>
    context.backend.command(
      context,
      (work) => addAttachment(work, input),
      async (work, { recordId }) => {
        const { ticketId: _ticketId, ...attachment } = await requireAttachment(work, recordId);
        return { attachment };
      },
    ),
  'attachment.remove': ({ attachmentId }, context) =>
    context.backend.command(
      context,
      (work) => removeAttachment(work, attachmentId),
      async () => ({}),
    ),
  'store.readAttachment': ({ attachmentId }, context) =>
    context.backend.perform(context, async (work) => ({
      name: (await requireAttachment(work, attachmentId)).name,
      content: await work.repositories.attachments.readContent(attachmentId),
    })),
};
