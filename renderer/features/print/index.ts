export { PrintPage } from './PrintPage.tsx';
export { useTicketPaper } from './ticket-paper.ts';
export { usePrintOut } from './use-print-out.ts';
