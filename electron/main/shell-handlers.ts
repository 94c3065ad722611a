import type { Handlers } from '../../core/contract/dispatch.ts';
import { CallError } from '../../core/contract/errors.ts';
import type { LinkRequest } from '../../core/links/deep-link.ts';
import { attachmentHandlers } from './attachment-handlers.ts';
import type { BackendSupervisor } from './backend-supervisor.ts';
import { toCapturedScreen } from './captured-screen.ts';
import type { ConsoleRequests } from './console-requests.ts';
import { DEFAULT_HOTKEY, type Hotkey } from './hotkey.ts';
import type { ShellContext } from './ipc.ts';
import type { Log } from './log-entry.ts';
import type { MailFiles } from './mail-files.ts';
import type { OpenedFiles } from './opened-files.ts';
import { outHandlers } from './out-handlers.ts';
import { presentForKeys } from './present-window.ts';
import type { Printing } from './printing.ts';
import { privacyHandlers } from './privacy-handlers.ts';
import type { RegionSelection } from './region.ts';
import { agentWindows, regionHandlers } from './region-handlers.ts';
import type { Screens } from './screens.ts';
import type { SecretClipboard } from './secret-clipboard.ts';
import type { SettingsService } from './settings.ts';
import { settingsHandlers } from './settings-handlers.ts';
import type { StoreClient } from './store-client.ts';
import { transferHandlers } from './transfer-handlers.ts';
import { updateHandlers } from './updates/update-handlers.ts';
import type { Updates } from './updates/updates.ts';
import { type VaultServices, vaultHandlers } from './vault-handlers.ts';
import type { WindowSharing } from './window-sharing.ts';
import type { Windows } from './windows.ts';
import { zoomBy } from './zoom-keys.ts';

export interface ShellServices extends VaultServices {
  readonly backend: Pick<BackendSupervisor, 'getState'>;
  readonly settings: SettingsService;
  readonly store: StoreClient;
  /** Resolved once it is known whether the vault opens by itself. */
  readonly isVaultStarted: Promise<void>;
  readonly windows: Windows;
  readonly region: RegionSelection;
  readonly screens: Screens;
  readonly printing: Printing;
  readonly mailFiles: MailFiles;
  readonly openedFiles: OpenedFiles;
  readonly windowSharing: WindowSharing;
  readonly hotkey: Hotkey;
  readonly scanRequests: ConsoleRequests<'scan'>;
  /** Of tickets, by a click on a desktop notification. */
  readonly openRequests: ConsoleRequests<string>;
  readonly linkRequests: ConsoleRequests<readonly LinkRequest[]>;
  readonly secretClipboard: SecretClipboard;
  readonly updates: Updates;
  readonly log: Log;
}

/** The shell's side of the contract. */
export function shellHandlers(services: ShellServices): Handlers<'shell', ShellContext> {
  const { backend, settings, vault, windows } = services;
  return {
    'app.getInfo': () => services.info,
    'app.getBackendState': () => backend.getState(),
    'app.present': () => {
      services.screens.takeBack();
      windows.showConsole();
      return {};
    },
    'app.zoom': ({ step }, { sender }) => {
      zoomBy(sender, step);
      return {};
    },
    'app.setSecretShown': ({ isShown }) => {
      windows.console?.setContentProtection(isShown);
      return {};
    },
    'app.takeScanRequest': (_input, { sender }) => ({
      isRequested: services.scanRequests.take(sender) !== null,
    }),
    'alarm.takeOpenRequest': (_input, { sender }) => ({ ticketId: services.openRequests.take(sender) }),
    'link.take': (_input, { sender }) => ({ links: [...(services.linkRequests.take(sender) ?? [])] }),
    'hotkey.getState': () => ({ ...services.hotkey.getState(), standard: DEFAULT_HOTKEY }),
    'hotkey.test': async () => ({ hasArrived: await services.hotkey.test() }),
    'hotkey.stopTest': () => {
      services.hotkey.stopTest();
      return {};
    },
    ...updateHandlers(services),
    ...settingsHandlers(services),
    'settings.get': () => settings.get(),
    'settings.update': (change) => settings.update(change),
    'vault.getState': async () => {
      await services.isVaultStarted;
      return vault.getState();
    },
    'vault.create': (choice) => vault.create(choice),
    'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
    'capture.getAbilities': () => services.screens.abilities(),
    'capture.grabScreens': async () => {
      try {
        return { screens: [...(await services.screens.photograph(agentWindows(windows)))] };
      } finally {
        // Whoever asked, by the hotkey in another program too, goes on in the console.
        if (windows.console !== null) void presentForKeys(windows.console);
      }
    },
    'capture.listWindows': async () => ({
      windows: [...(await services.windowSharing.list(agentWindows(windows)))],
    }),
    'capture.allowWindow': ({ id }) => {
      services.windowSharing.allow(id);
      return {};
    },
    ...regionHandlers(services),
    ...vaultHandlers(services),
    ...outHandlers(services),
    ...attachmentHandlers(services),
    ...transferHandlers(services),
    ...privacyHandlers(services),
    'clipboard.paste': (_input, { sender }) => {
      sender.paste();
      return {};
    },
    'clipboard.expectSecret': async () => {
      await services.secretClipboard.expect();
      return {};
    },
    'clipboard.guardSecret': () =>
      services.secretClipboard.guard(settings.get().clipboardClearSeconds * 1000),
    'clipboard.clearMarked': () => {
      services.secretClipboard.clearMarked();
      return {};
    },
    'clipboard.clearSecret': () => services.secretClipboard.clear(),
    'clipboard.getSecretState': () => services.secretClipboard.getState(),
    'practice.open': () => {
      windows.showPractice();
      return {};
    },
    'practice.photographConsole': async () => {
      if (windows.console === null) throw new CallError('capture_failed', 'The console is not open.');
      return toCapturedScreen('ResetDesk', await windows.console.webContents.capturePage());
    },
  };
}
