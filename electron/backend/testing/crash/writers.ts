import type { Client } from '../../../../core/contract/client.ts';
import { resetScan } from '../test-desk.ts';

/** What the backend has answered for: ticket ids, and how many history entries each had at the last answer. */
export type Acknowledged = Map<string, { readonly number: number; readonly entries: number }>;

/**
 * Opens tickets, adds notes and closes some, one change after the other, until the backend refuses or dies. Only what was
 * answered counts as acknowledged.
 *
 * @returns the refusal; never settles when the backend dies
 */
export async function write(
  client: Client,
  acknowledged: Acknowledged,
  onChange: () => void = () => undefined,
): Promise<unknown> {
  try {
    for (let index = 0; ; index += 1) {
      const { ticket } = await client.call('ticket.open', { by: 'resetQr', scan: resetScan() });
      const note = (entries: number) => {
        acknowledged.set(ticket.id, { number: ticket.number, entries });
        onChange();
      };
      note(ticket.history.length);
      const noted = await client.call('ticket.addNote', { ticketId: ticket.id, text: `Note ${index}` });
      note(noted.ticket.history.length);
      if (index % 3 !== 0) continue;
      const closed = await client.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
      note(closed.ticket.history.length);
    }
  } catch (error) {
    return error;
  }
}
