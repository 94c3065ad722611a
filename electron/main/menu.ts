import { Menu } from 'electron';

/** macOS needs a menu for copy, paste and quit; elsewhere these keys work without, and the page has all commands. */
export function setApplicationMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
