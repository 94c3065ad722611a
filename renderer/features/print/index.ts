// The page itself is the print window's, which imports it from its file: its style must not reach the console.
export { useTicketPaper } from './ticket-paper.ts';
export { usePrintOut } from './use-print-out.ts';
