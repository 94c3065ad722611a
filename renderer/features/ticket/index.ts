export { CustomerFields } from './context/CustomerFields.tsx';
export { DeviceFields } from './context/DeviceFields.tsx';
export { EventText } from './EventText.tsx';
export { withPlaybooks } from './history-playbooks.ts';
export { OwnerChangeDialog } from './owner/OwnerChangeDialog.tsx';
export { ResumeLastTicket } from './ResumeLastTicket.tsx';
export { wipeAllSecrets } from './secret-memory.ts';
export { TicketPage } from './TicketPage.tsx';
