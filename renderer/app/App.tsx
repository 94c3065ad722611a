import { Center, Loader } from '@mantine/core';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCall } from '../api/use-call.ts';
import { QueuePage } from '../features/queue/index.ts';
import { ScannerProvider } from '../features/scan/index.ts';
import { SettingsPage } from '../features/settings/index.ts';
import { ResumeLastTicket, TicketPage } from '../features/ticket/index.ts';
import { VaultPage } from '../features/vault/index.ts';
import { ShortcutProvider } from '../lib/shortcuts.tsx';
import { Shell } from './Shell.tsx';

/** The console's window: first the database is opened, then the desk. */
export function App() {
  const vault = useCall('vault.getState', {});
  const settings = useCall('settings.get', {});
  if (vault.data === undefined || settings.data === undefined) {
    return (
      <Center h="100%">
        <Loader />
      </Center>
    );
  }
  return (
    <ShortcutProvider areSingleKeysEnabled={settings.data.areSingleKeysEnabled}>
      {vault.data.state === 'open' ? <Desk /> : <VaultPage vault={vault.data} />}
    </ShortcutProvider>
  );
}

function Desk() {
  return (
    <Router hook={useHashLocation}>
      <ScannerProvider>
        <ResumeLastTicket />
        <Shell>
          <Switch>
            <Route path="/ticket/:ticketId">
              {({ ticketId }) => <TicketPage key={ticketId} ticketId={ticketId} />}
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
