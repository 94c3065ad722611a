export { ResumeLastTicket } from './ResumeLastTicket.tsx';
export { TicketPage } from './TicketPage.tsx';
