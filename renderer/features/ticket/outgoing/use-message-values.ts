import type { TicketDetails } from '../../../../core/contract/records.ts';
import type { MessageValues } from '../../../../core/message/variables.ts';
import type { Language } from '../../../../core/values.ts';
import { useCall } from '../../../api/use-call.ts';

/** What a message can be filled with on this ticket. No secret is among it: there is no variable for one. */
export function useMessageValues(
  ticket: TicketDetails,
  language: Language,
  maskedMailbox: string,
): MessageValues {
  const shop = useCall('desk.getSettings', {}).data?.settings.shop;
  const agentName = useCall('settings.get', {}).data?.agentName;
  const validUntil = ticket.state.request?.codeValidUntil ?? null;
  return {
    customerName: ticket.customer?.name ?? '',
    ticketNumber: String(ticket.number),
    deviceModel: ticket.device?.model ?? '',
    deviceSerial: ticket.device?.serial ?? '',
    maskedMailbox,
    codeValidUntil: validUntil === null ? '' : formatMoment(validUntil, language),
    agentName: agentName ?? '',
    shopName: shop?.name ?? '',
    shopPhone: shop?.phone ?? '',
  };
}

/** With the day, because a message can be read on another one. */
function formatMoment(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hour12: false }).format(
    at,
  );
}
