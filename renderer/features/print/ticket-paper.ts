import type { TicketDetails } from '../../../core/contract/records.ts';
import type { TicketPaper } from '../../../core/print/document.ts';
import { milestonesOf } from '../../../core/ticket/milestones.ts';
import type { Language } from '../../../core/values.ts';
import { useCall } from '../../api/use-call.ts';

type PaperOf = (kind: TicketPaper['kind'], printedAt: number) => TicketPaper;

/** Makes a ticket's papers; null until the desk's own details are read. Notes and everything typed in a step stay out. */
export function useTicketPaper(ticket: TicketDetails, language: Language): PaperOf | null {
  const shop = useCall('desk.getSettings', {}).data?.settings.shop;
  const agentName = useCall('settings.get', {}).data?.agentName;
  if (shop === undefined || agentName === undefined) return null;
  return (kind, printedAt) => ({
    kind,
    language,
    ticketNumber: ticket.number,
    openedAt: ticket.openedAt,
    printedAt,
    outcome: ticket.state.outcome,
    customerName: ticket.customer?.name ?? '',
    deviceModel: ticket.device?.model ?? '',
    deviceSerial: ticket.device?.serial ?? '',
    agentName,
    shopName: shop.name,
    shopPhone: shop.phone,
    shopAddress: shop.address,
    milestones: milestonesOf(ticket.history).map(({ type, at }) => ({ type, at })),
    codeValidUntil: ticket.state.request?.codeValidUntil ?? null,
  });
}
