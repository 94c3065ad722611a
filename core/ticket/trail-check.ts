import * as z from 'zod';
import { idSchema } from '../values.ts';
import { type AuditLink, erasedSequences, findBrokenLink } from './audit-chain.ts';
import { fitsText, namesText } from './kept-text.ts';
import { undoneSequences } from './replay.ts';
import { type TicketEvent, ticketEventSchema } from './schema.ts';

const attachmentRefSchema = z.looseObject({ attachmentId: idSchema });

/** An event of a ticket as it is stored, with the text that is kept beside it. */
export interface TrailRow extends Omit<AuditLink, 'trailId'> {
  readonly hash: string;
  readonly textJson: string | null;
}

/**
 * The sequence of the first event of a ticket that is not what was recorded, or null for a whole trail: by its hash chain, by the
 * texts beside it, and by texts that are gone although neither an erasure names them nor their event is taken back, nor the
 * attachment removed whose name they were.
 */
export function findBrokenEvent(ticketId: string, rows: readonly TrailRow[]): number | null {
  const broken = findBrokenLink(rows.map(({ textJson: _, ...link }) => ({ ...link, trailId: ticketId })));
  if (broken !== null) return broken;
  const spoiled = rows.find(
    ({ eventJson, textJson }) => textJson !== null && !fitsText({ eventJson, textJson }),
  );
  const lost = textsWithoutReason(rows)[0];
  const places = [spoiled?.sequence, lost].filter((sequence) => sequence !== undefined);
  return places.length === 0 ? null : Math.min(...places);
}

function textsWithoutReason(rows: readonly TrailRow[]): readonly number[] {
  const gone = rows.filter(({ eventJson, textJson }) => textJson === null && namesText(eventJson));
  if (gone.length === 0) return [];
  const events = rows.map(({ eventJson }) => eventJson);
  const erased = erasedSequences(events);
  const undone = undoneSequences(events.flatMap(correctionOf));
  return gone
    .filter(({ sequence }) => !erased.has(sequence) && !undone.has(sequence))
    .filter(({ sequence, eventJson }) => !isRemovedLater(eventJson, events.slice(sequence)))
    .map(({ sequence }) => sequence);
}

/** An attachment goes for good, and its name with it. */
function isRemovedLater(eventJson: string, later: readonly string[]): boolean {
  if (!eventJson.startsWith('{"type":"attachmentAdded"')) return false;
  const { attachmentId } = attachmentRefSchema.parse(JSON.parse(eventJson));
  const removed: TicketEvent = { type: 'attachmentRemoved', attachmentId };
  return later.includes(JSON.stringify(removed));
}

/** Most events are looked at by their text only: a check reads very many. */
function correctionOf(eventJson: string): { event: TicketEvent }[] {
  if (!/^\{"type":"command(?:Undone|Redone)"/.test(eventJson)) return [];
  return [{ event: ticketEventSchema.parse(JSON.parse(eventJson)) }];
}
