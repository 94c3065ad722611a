import type { SearchHit } from '../../../core/contract/search-calls.ts';
import { client } from '../../api/client.ts';
import type { RecordRef } from './record-ref.ts';

const unmarked = (text: string) => ({ text, marks: [] });

/**
 * What a record says now, as a search would find it.
 *
 * @throws CallError `not_found` for one that is gone
 */
export async function readRecord({ record, id }: RecordRef): Promise<SearchHit> {
  switch (record) {
    case 'customer': {
      const { customer } = await client.call('customer.getPage', { customerId: id });
      const contacts = [...customer.phones.slice(0, 1), ...customer.emails.slice(0, 1)].map(unmarked);
      return { kind: 'customer', customerId: customer.id, name: unmarked(customer.name), contacts };
    }
    case 'device': {
      const { device, customer } = await client.call('device.getPage', { deviceId: id });
      const customerName = customer?.name ?? '';
      const words = { serial: unmarked(device.serial), model: unmarked(device.model), customerName };
      return { kind: 'device', deviceId: device.id, ...words };
    }
    case 'ticket': {
      const { ticket } = await client.call('ticket.get', { ticketId: id });
      return {
        kind: 'ticket',
        ticketId: ticket.id,
        number: ticket.number,
        lane: ticket.lane,
        outcome: ticket.state.outcome,
        numberText: unmarked(String(ticket.number)),
        customerName: unmarked(ticket.customer?.name ?? ''),
        phone: unmarked(ticket.customer?.phones[0] ?? ''),
        serial: unmarked(ticket.device?.serial ?? ''),
      };
    }
  }
}
