export function TicketPage({ ticketId }: { readonly ticketId: string }) {
  return <p>{ticketId}</p>;
}
