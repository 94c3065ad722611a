import { createHash } from 'node:crypto';
import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Attachment } from '../../../core/ticket/attachment.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from '../work/work.ts';
import { requireTicket } from './ticket-commit.ts';

/** More would make the ticket's list a folder. */
const attachmentsPerTicket = 50;

/** Keeps a file with its ticket. It is removed again where it is, so it is no command that is undone. */
export async function addAttachment(
  work: Work,
  { ticketId, name, content }: ParsedInput<'attachment.add'>,
): Promise<Receipt> {
  work.journal.close();
  const { attachments, events } = work.repositories;
  await requireTicket(work, ticketId);
  if ((await attachments.listOfTicket(ticketId)).length >= attachmentsPerTicket)
    throw new CallError('refused', 'The ticket has as many attachments as it can have. Remove one first.');
  const id = work.newId();
  const digest = createHash('sha256').update(content).digest('hex');
  const facts = { sizeBytes: content.length, addedAt: work.now, actor: work.actor };
  await attachments.insert({ id, ticketId, name, digest, content, ...facts });
  await events.append(
    ticketId,
    [{ type: 'attachmentAdded', attachmentId: id, digest, name }],
    work.now,
    work.actor,
  );
  return { recordId: id, isOther: false };
}

/** The content and the name go at once, for good; the trail keeps that it was there, and its digest. */
export async function removeAttachment(work: Work, attachmentId: string): Promise<Receipt> {
  work.journal.close();
  work.leaveNoCopy();
  const { attachments, events } = work.repositories;
  const { ticketId } = await requireAttachment(work, attachmentId);
  await attachments.remove(attachmentId);
  const added = (await events.listOfTicket(ticketId)).find(
    ({ event }) => event.type === 'attachmentAdded' && event.attachmentId === attachmentId,
  );
  if (added !== undefined)
    await events.takeTexts(ticketId, { fromSequence: added.sequence, toSequence: added.sequence });
  await events.append(ticketId, [{ type: 'attachmentRemoved', attachmentId }], work.now, work.actor);
  return { recordId: attachmentId, isOther: false };
}

/** @throws CallError `not_found` */
export async function requireAttachment(
  work: Work,
  attachmentId: string,
): Promise<Attachment & { readonly ticketId: string }> {
  const attachment = await work.repositories.attachments.find(attachmentId);
  if (attachment === null) throw new CallError('not_found', 'There is no such attachment.');
  return attachment;
}
