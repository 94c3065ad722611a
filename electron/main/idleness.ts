import { app, powerMonitor, type WebContents, webContents } from 'electron';
import { idleLockMinutes } from '../../core/idle-lock.ts';
import type { DeskLock } from './desk-lock.ts';
import { IdleWatch, LOOK_EVERY_MS } from './idle-watch.ts';
import type { RunningWork } from './running-work.ts';
import type { SettingsService } from './settings.ts';
import type { Vault } from './vault.ts';

interface Watched {
  readonly vault: Pick<Vault, 'keptBy'>;
  readonly deskLock: Pick<DeskLock, 'lock'>;
  readonly work: Pick<RunningWork, 'isRunning'>;
  readonly settings: Pick<SettingsService, 'get'>;
}

/** Locks the desk when nobody has been at this computer for as long as the agent allows. */
export function watchIdleness({ vault, deskLock, work, settings }: Watched): IdleWatch {
  const watch = new IdleWatch({
    // Wayland tells no program how long nobody was there; what is done in our own windows is known all the same.
    systemIdleMs: () => (isWayland() ? Number.POSITIVE_INFINITY : powerMonitor.getSystemIdleTime() * 1000),
    isWorking: () => work.isRunning,
    limitMs: () => {
      const protection = vault.keptBy();
      if (protection === null) return null;
      const minutes = idleLockMinutes(settings.get().lockAfterMinutes, protection);
      return minutes === null ? null : minutes * 60_000;
    },
    lock: () => void deskLock.lock('idle'),
    now: () => performance.now(),
  });
  setInterval(() => watch.look(), LOOK_EVERY_MS);
  const hear = (contents: WebContents) => contents.on('input-event', () => watch.noteActivity());
  // The console is open already.
  for (const contents of webContents.getAllWebContents()) hear(contents);
  app.on('web-contents-created', (_event, contents) => hear(contents));
  return watch;
}

/** Also where the session does not say so by its type. */
export function isWayland(): boolean {
  return process.env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(process.env['WAYLAND_DISPLAY']);
}
