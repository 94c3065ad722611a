import { loadLater } from '../ui/load-later.tsx';

/**
 * The pages that a desk does not open with. A feature's door loads all that is behind it, so the first page takes what it needs
 * of these features from the files themselves.
 */
const ticket = () => import('../features/ticket/index.ts');
const records = () => import('../features/records/index.ts');
const messages = () => import('../features/messages/index.ts');
const settings = () => import('../features/settings/index.ts');
const vault = () => import('../features/vault/index.ts');
const links = () => import('../features/links/index.ts');
const dashboard = () => import('../features/dashboard/index.ts');
const safety = () => import('../features/safety/index.ts');

export const TicketPage = loadLater(async () => (await ticket()).TicketPage);
export const CustomerPage = loadLater(async () => (await records()).CustomerPage);
export const CustomersPage = loadLater(async () => (await records()).CustomersPage);
export const DevicePage = loadLater(async () => (await records()).DevicePage);
export const DevicesPage = loadLater(async () => (await records()).DevicesPage);
export const TicketAuditPage = loadLater(async () => (await records()).TicketAuditPage);
export const TemplatesPage = loadLater(async () => (await messages()).TemplatesPage);
export const DashboardPage = loadLater(async () => (await dashboard()).DashboardPage);
export const SettingsPage = loadLater(async () => (await settings()).SettingsPage);
export const AgentNamePage = loadLater(async () => (await vault()).AgentNamePage);
export const VaultPage = loadLater(async () => (await vault()).VaultPage);
export const ProtectAnew = loadLater(async () => (await safety()).ProtectAnew);
export const LinkRequests = loadLater(async () => (await links()).LinkRequests);
