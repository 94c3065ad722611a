import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCall } from '../api/use-call.ts';
import { TemplatesPage } from '../features/messages/index.ts';
import { QueuePage } from '../features/queue/index.ts';
import {
  CustomerPage,
  CustomersPage,
  DevicePage,
  DevicesPage,
  TicketAuditPage,
} from '../features/records/index.ts';
import { ProtectAnew } from '../features/safety/index.ts';
import { ScannerProvider } from '../features/scan/index.ts';
import { SettingsPage } from '../features/settings/index.ts';
import { ResumeLastTicket, TicketPage } from '../features/ticket/index.ts';

import { AgentNamePage, VaultPage } from '../features/vault/index.ts';
import { SecretNotice } from '../features/words/index.ts';

import { ShortcutProvider } from '../lib/shortcuts.tsx';
import { CallErrorNotice } from '../ui/CallErrorNotice.tsx';
import classes from './App.module.css';
import { Banners } from './Banners.tsx';
import { Shell } from './Shell.tsx';
import { useLeaveDesk } from './use-leave-desk.ts';

/** The console's window: first the database is opened, then the desk. */
export function App() {
  const { t } = useTranslation('common');
  const vault = useCall('vault.getState', {});
  const settings = useCall('settings.get', {});
  useLeaveDesk(vault.data?.state === 'locked' && vault.data.lockedBy !== null);
  if (vault.data === undefined || settings.data === undefined) {
    const error = vault.error ?? settings.error;
    return (
      <Center component="main" h="100%" p="md">
        {error === null ? (
          <Loader role="progressbar" aria-label={t('starting')} />
        ) : (
          <CallErrorNotice error={error} />
        )}
      </Center>
    );
  }
  const isDeskReady = vault.data.state === 'open' && settings.data.agentName !== '';
  return (
    <ShortcutProvider areSingleKeysEnabled={settings.data.areSingleKeysEnabled}>
      {isDeskReady ? (
        <Desk />
      ) : (
        <div className={classes['entrance']}>
          <Banners />
          {vault.data.state === 'open' ? <AgentNamePage /> : <VaultPage vault={vault.data} />}
        </div>
      )}
    </ShortcutProvider>
  );
}

function Desk() {
  return (
    <Router hook={useHashLocation}>
      <ScannerProvider>
        <ResumeLastTicket />
        <ProtectAnew />
        <SecretNotice />
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
            <Route path="/settings">
              <SettingsPage />
            </Route>
            <Route>
              <QueuePage />
            </Route>
          </Switch>
        </Shell>
      </ScannerProvider>
    </Router>
  );
}
