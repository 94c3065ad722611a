import type { TFunction } from 'i18next';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';

type Named = Pick<DoneCommand, 'name' | 'ticket' | 'runTicketCount'>;

/** What a command did, in words: `Ticket 12: step answered`. A command without words of its own is still named by its ticket. */
export function commandWords({ name, ticket, runTicketCount }: Named, t: TFunction<'undo'>): string {
  const what = t([`done.${name}`, 'done.other']);
  if (runTicketCount > 1) return t('tickets', { count: runTicketCount, what });
  return ticket === null ? what : t('place', { number: ticket.number, what });
}
