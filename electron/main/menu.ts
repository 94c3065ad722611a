import { Menu, type MenuItemConstructorOptions } from 'electron';

/** macOS needs a menu for copy, paste and quit; elsewhere these keys work without, and the page has all commands. */
export function setApplicationMenu(lock: { readonly label: string; readonly run: () => void }): void {
  const lockItem: MenuItemConstructorOptions = {
    label: lock.label,
    accelerator: 'Command+L',
    click: lock.run,
  };
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([
          { role: 'appMenu' },
          { role: 'editMenu' },
          {
            role: 'windowMenu',
            submenu: [lockItem, { type: 'separator' }, { role: 'minimize' }, { role: 'close' }],
          },
        ])
      : null,
  );
}
