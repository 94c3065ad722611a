import { globalShortcut } from 'electron';
import type { Log } from './log-entry.ts';

/** Works while a remote-support window has the focus. Rarely taken by other programs; Cmd+Shift+2 is free on macOS. */
const ACCELERATOR = process.platform === 'darwin' ? 'Command+Shift+2' : 'Control+Shift+F2';

/** Calls the console from anywhere on this computer; another program may have the keys already. */
export function registerHotkey(onPress: () => void, log: Pick<Log, 'error'>): void {
  if (!globalShortcut.register(ACCELERATOR, onPress)) log.error('hotkey is taken');
}
