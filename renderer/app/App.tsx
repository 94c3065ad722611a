import { Center } from '@mantine/core';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCall } from '../api/use-call.ts';
import { QueuePage } from '../features/queue/index.ts';
import { ScannerProvider } from '../features/scan/index.ts';
import { ResumeLastTicket } from '../features/ticket/ResumeLastTicket.tsx';
import { SecretNotice } from '../features/words/index.ts';
import { ShortcutProvider } from '../lib/shortcuts.tsx';
import { CallErrorNotice } from '../ui/CallErrorNotice.tsx';
import classes from './App.module.css';
import { Banners } from './Banners.tsx';
import {
  AgentNamePage,
  CustomerPage,
  CustomersPage,
  DashboardPage,
  DevicePage,
  DevicesPage,
  LinkRequests,
  ProtectAnew,
  SettingsPage,
  TemplatesPage,
  TicketAuditPage,
  TicketPage,
  VaultPage,
} from './later-pages.ts';
import { Shell } from './Shell.tsx';
import { Starting } from './Starting.tsx';
import { useLeaveDesk } from './use-leave-desk.ts';

/** The console's window: first the database is opened, then the desk. */
export function App() {
  const vault = useCall('vault.getState', {});
  const settings = useCall('settings.get', {});
  useLeaveDesk(vault.data?.state === 'locked' && vault.data.lockedBy !== null);
  if (vault.data === undefined || settings.data === undefined) {
    const error = vault.error ?? settings.error;
    return error === null ? (
      <Starting />
    ) : (
      <Center component="main" h="100%" p="md">
        <CallErrorNotice error={error} />
      </Center>
    );
  }
  const open = vault.data.state === 'open' && settings.data.agentName !== '' ? vault.data : null;
  return (
    <ShortcutProvider areSingleKeysEnabled={settings.data.areSingleKeysEnabled} chosen={settings.data.keys}>
      {open !== null ? (
        <Desk mustProtectAnew={open.mustProtectAnew} />
      ) : (
        <div className={classes['entrance']}>
          <Banners />
          {vault.data.state === 'open' ? <AgentNamePage /> : <VaultPage vault={vault.data} />}
        </div>
      )}
    </ShortcutProvider>
  );
}

function Desk({ mustProtectAnew }: { readonly mustProtectAnew: boolean }) {
  return (
    <Router hook={useHashLocation}>
      <ScannerProvider>
        <ResumeLastTicket />
        {mustProtectAnew && <ProtectAnew />}
        <SecretNotice />
        <LinkRequests />
        <Shell>
          <Switch>
            <Route path="/ticket/:ticketId">
              {({ ticketId }) => <TicketPage key={ticketId} ticketId={ticketId} />}
            </Route>
            <Route path="/messages">
              <TemplatesPage />
            </Route>
            <Route path="/ticket/:ticketId/trail">
              {({ ticketId }) => <TicketAuditPage ticketId={ticketId} />}
            </Route>
            <Route path="/customers">
              <CustomersPage />
            </Route>
            <Route path="/customer/:customerId">
              {({ customerId }) => <CustomerPage key={customerId} customerId={customerId} />}
            </Route>
            <Route path="/devices">
              <DevicesPage />
            </Route>
            <Route path="/device/:deviceId">
              {({ deviceId }) => <DevicePage key={deviceId} deviceId={deviceId} />}
            </Route>
            <Route path="/figures">
              <DashboardPage />
            </Route>
            <Route path="/settings/:section?">{({ section }) => <SettingsPage section={section} />}</Route>
            <Route>
              <QueuePage />
            </Route>
          </Switch>
        </Shell>
      </ScannerProvider>
    </Router>
  );
}
