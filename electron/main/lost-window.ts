import { app, type BrowserWindow, dialog } from 'electron';
import { FileDialogs } from './file-dialogs.ts';
import type { ShellTexts } from './texts.ts';

export interface LostWindowOptions {
  readonly texts: () => ShellTexts;
  /** For support, without any record. */
  readonly report: () => Promise<string>;
}

/** The answers in their order. */
const ANSWERS = ['restart', 'report', 'quit'] as const;

/**
 * Says that the window's process dies again and again, in the system's own box, which needs no such process, and offers the
 * ways on. Ends the program, or starts it anew.
 */
export async function leaveLostWindow(window: BrowserWindow, options: LostWindowOptions): Promise<void> {
  const { windowLost } = options.texts();
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: windowLost.message,
    detail: windowLost.detail,
    buttons: ANSWERS.map((answer) => windowLost[answer]),
    defaultId: 0,
    cancelId: ANSWERS.indexOf('quit'),
    noLink: true,
  });
  if (ANSWERS[response] === 'report') {
    await saveReport(window, options);
    await leaveLostWindow(window, options);
    return;
  }
  if (ANSWERS[response] === 'restart') restart();
  app.quit();
}

async function saveReport(window: BrowserWindow, { texts, report }: LostWindowOptions): Promise<void> {
  // There is no record in it, so a lock changes nothing.
  const dialogs = new FileDialogs(() => 0);
  try {
    await dialogs.saveAs(window.webContents, 'resetdesk-diagnostics.json', 'json', await report());
  } catch {
    dialog.showErrorBox(app.getName(), texts().windowLost.notSaved);
  }
}

function restart(): void {
  // What runs of an AppImage goes with the program; the image itself stays.
  const image = process.env['APPIMAGE'];
  app.relaunch(image === undefined ? {} : { execPath: image, args: process.argv.slice(1) });
}
