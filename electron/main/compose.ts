import { existsSync } from 'node:fs';
import { app, clipboard, globalShortcut, powerMonitor, session, type WebContents } from 'electron';
import { contract } from '../../core/contract/contract.ts';
import type { WindowKind } from '../../core/contract/endpoint.ts';
import { SWAP_MARK_SUFFIX } from '../../core/contract/safety-calls.ts';
import type { AppInfo } from '../../core/contract/shell-records.ts';
import { systemOf } from '../../core/system/abilities.ts';
import { countrySchema } from '../../core/values.ts';
import { createAlarmNotices } from './alarm-notices.ts';
import { listenForAway } from './away-signals.ts';
import type { LaunchBackend } from './backend-process.ts';
import { BackendSupervisor } from './backend-supervisor.ts';
import { ConsoleRequests } from './console-requests.ts';
import { tellDamage } from './damage-notice.ts';
import { DeskLock } from './desk-lock.ts';
import { openBus } from './desktop-bus.ts';
import { showNotification } from './desktop-notifications.ts';
import { FileDialogs } from './file-dialogs.ts';
import type { FirstWindow, Shell } from './first-window.ts';
import { Hotkey } from './hotkey.ts';
import { isWayland, watchIdleness } from './idleness.ts';
import { callAnswerer } from './ipc.ts';
import { SystemKeyring } from './keyring.ts';
import { whenAway } from './life-cycle.ts';
import type { Log } from './log-entry.ts';
import { leaveLostWindow } from './lost-window.ts';
import { MailFiles } from './mail-files.ts';
import { setApplicationMenu } from './menu.ts';
import { OpenedFiles } from './opened-files.ts';
import type { Places } from './places.ts';
import { systemPresence } from './presence.ts';
import { Printing } from './printing.ts';
import { protectionMarkIn } from './protection-mark.ts';
import { hasBackupsIn, recoveryFilesIn } from './recovery-files.ts';
import { RecoveryKeyMaker } from './recovery-key-maker.ts';
import { RegionSelection } from './region.ts';
import { RunningWork } from './running-work.ts';
import { logSafety } from './safety-log.ts';
import { Screens } from './screens.ts';
import { SecretClipboard } from './secret-clipboard.ts';
import { type ShellServices, shellHandlers } from './shell-handlers.ts';
import { storeClientOf } from './store-client.ts';
import { shellTexts } from './texts.ts';
import { updatesHere } from './updates/compose-updates.ts';
import { Vault } from './vault.ts';
import { diagnostics } from './vault-handlers.ts';
import { VaultRepair } from './vault-repair.ts';
import type { Windows } from './windows.ts';

/**
 * Puts the parts of the shell together, around the window that is open already. Many know each other, so some are named before
 * they are made; none is used before all are.
 */
export function compose(found: Places, log: Log, launchBackend: LaunchBackend, first: FirstWindow): Shell {
  const { files, settings, windowOptions, windows, windowSharing, scanRequests, linkRequests } = first;
  settings.onChange((changed) => {
    hotkey.apply(changed.hotkey);
    // While the records are closed the first thing that is done in them tells the new name.
    store.noteAgent(changed.agentName).catch(() => undefined);
  });
  const region = new RegionSelection(windowOptions);
  const screens = new Screens({ openBus: () => openBus('session'), log }, region);
  const dialogs = new FileDialogs(() => deskLock.opening);
  const printing = new Printing(windowOptions, dialogs);
  const mailFiles = new MailFiles(found.mailFiles, dialogs);
  const openedFiles = new OpenedFiles(found.openedFiles);
  windowSharing.answer(session.defaultSession, (frame) => windows.console?.webContents.mainFrame === frame);
  const openRequests = new ConsoleRequests<string>(windows, (ticketId) => {
    windows.showConsole();
    windows.broadcast('alarm.openRequested', { ticketId });
  });
  const hotkey = new Hotkey({
    shortcuts: globalShortcut,
    isWayland: isWayland(),
    onPress: () => scanRequests.request('scan'),
    onState: (state) => windows.broadcast('hotkey.stateChanged', state),
  });
  const secretClipboard = new SecretClipboard({
    clipboard,
    onState: (state) => windows.broadcast('clipboard.secretStateChanged', state),
    platform: process.platform,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

  const info = appInfo(found);
  const noteSafety = logSafety(log);
  const work = new RunningWork();
  const backend: BackendSupervisor = new BackendSupervisor({
    launch: launchBackend,
    reopen: async () => void (await vault.reopen()),
    onState: (state) => {
      if (state.state !== 'ready') work.stopped();
      windows.broadcast('app.backendStateChanged', state);
    },
    onEvent: (name, payload) => {
      work.hear(name, payload);
      forwardEvent(name, payload, windows, log);
      if (name === 'safety.changed') noteSafety(payload);
      if (name === 'alarm.raised') tellAlarms(contract['alarm.raised'].payload.parse(payload).alarms);
    },
    log,
  });
  const store = storeClientOf(backend, countrySchema.safeParse(app.getLocaleCountryCode()).data ?? null);
  const tellAlarms = createAlarmNotices({
    show: showNotification,
    isEnabled: () => settings.get().areNotificationsShown,
    agent: () => settings.get().agentName,
    language: () => settings.get().language,
    open: (ticketId) => {
      if (ticketId === null) windows.showConsole();
      else openRequests.request(ticketId);
    },
    remind: (ticketId, minutes) =>
      void backend.call('ticket.remind', { ticketId, minutes }, settings.get().agentName),
  });
  const vault: Vault = new Vault({
    records: files.key,
    keyring: new SystemKeyring(() => openBus('session')),
    databaseFile: found.database,
    recoveryFiles: recoveryFilesIn(found.backups),
    databaseExists: () => existsSync(found.database) || existsSync(`${found.database}${SWAP_MARK_SUFFIX}`),
    hasBackups: () => hasBackupsIn(found.backups),
    store,
    mark: protectionMarkIn(found.userData, log),
    presence: systemPresence(() => shellTexts(settings.get().language).confirmPresence),
    note: (act) => store.noteKeyAct(act, settings.get().agentName),
    release: () => deskLock.release(),
    clock: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onChange: (state) => {
      windows.broadcast('vault.changed', state);
      if (state.state === 'open') windows.showHiddenPractice();
    },
  });
  const recoveryKeys = new RecoveryKeyMaker(vault.changes, Date.now);
  const deskLock: DeskLock = new DeskLock({
    vault,
    hasWindow: () => windows.console?.webContents.isCrashed() === false,
    workEnds: () => work.ended(),
    renewBackend: () => backend.renew(),
    forget: () => {
      recoveryKeys.forget();
      region.cancel();
      printing.stopAsking();
      windows.hidePractice();
      scanRequests.lockOut();
      openRequests.lockOut();
      linkRequests.lockOut();
      mailFiles.clear();
      openedFiles.clear();
      void secretClipboard.clear();
    },
    log,
  });
  setApplicationMenu({
    label: shellTexts(settings.get().language).lock,
    run: () => void deskLock.lock('agent'),
  });
  const idleWatch = watchIdleness({ vault, deskLock, work, settings });
  backend.start();
  const services: ShellServices = {
    info,
    backend,
    settings,
    vault,
    deskLock,
    recoveryKeys,
    repair: new VaultRepair({
      vault,
      store,
      databaseFile: found.database,
      backupFolder: found.backups,
      log,
      actor: () => settings.get().agentName,
    }),
    store,
    databaseFile: found.database,
    backupFolder: found.backups,
    logFile: found.log,
    isVaultStarted: vault.start(),
    windows,
    region,
    screens,
    printing,
    dialogs,
    mailFiles,
    openedFiles,
    windowSharing,
    hotkey,
    scanRequests,
    openRequests,
    linkRequests,
    secretClipboard,
    updates: updatesHere(found, {
      onState: (state) => windows.broadcast('update.stateChanged', state),
      note: (entry) => void store.noteUpdate(entry, settings.get().agentName).catch(() => undefined),
    }),
    log,
  };
  const answerCall = callAnswerer({
    handlers: shellHandlers(services),
    backend,
    actor: () => settings.get().agentName,
    isDeskOpen: () => deskLock.isOpen,
    onCommand: () => idleWatch.noteActivity(),
    kindOf: (sender) => kindOf(sender, region, printing) ?? windows.kindOf(sender),
    log,
  });
  hotkey.apply(settings.get().hotkey);
  const leave = () => {
    void secretClipboard.clear();
    void deskLock.lockWithComputer();
  };
  whenAway(leave);
  listenForAway(openBus, leave).then(
    (buses) => {
      if (buses.length > 0) log.info('desktop is listened to', buses.join('-'));
    },
    (error: unknown) => log.error('desktop is not listened to', undefined, error),
  );
  powerMonitor.on('resume', () => void backend.callAsShell('clock.wakeUp', {}));
  app.once('will-quit', () => {
    mailFiles.clear();
    openedFiles.clear();
  });
  const texts = () => shellTexts(settings.get().language);
  tellDamage(files, windows, texts());
  return {
    answerCall,
    leaveLostWindow: (lost) => void leaveLostWindow(lost, { texts, report: () => diagnostics(services) }),
    finish: () => Promise.allSettled([secretClipboard.clear(), backend.stop()]),
  };
}

/** The windows that come and go. */
function kindOf(sender: WebContents, region: RegionSelection, printing: Printing): WindowKind | null {
  if (region.covers(sender)) return 'region';
  return printing.draws(sender) ? 'print' : null;
}

function appInfo(found: Places): AppInfo {
  return {
    version: app.getVersion(),
    runtime: existsSync(found.evaluationMark) ? 'evaluation' : 'official',
    electronVersion: process.versions.electron,
    platform: process.platform,
    system: systemOf(process.platform, isWayland()),
  };
}

/** Only the backend's own events pass. */
function forwardEvent(name: string, payload: unknown, windows: Windows, log: Log): void {
  const entry = Object.hasOwn(contract, name) ? contract[name as keyof typeof contract] : null;
  if (entry?.kind === 'event' && entry.host === 'backend') windows.forward(name, payload);
  else log.error('backend event that is not in the contract');
}
