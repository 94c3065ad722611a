export { CustomerPage } from './CustomerPage.tsx';
export { CustomersPage } from './CustomersPage.tsx';
export { DevicePage } from './DevicePage.tsx';
export { DevicesPage } from './DevicesPage.tsx';
export { TicketAuditPage } from './TicketAuditPage.tsx';
