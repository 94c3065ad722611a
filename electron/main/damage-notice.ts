import { dialog } from 'electron';
import { assertNever } from '../../core/assert-never.ts';
import type { LocalFiles } from './local-files.ts';
import type { FileState } from './local-store.ts';
import type { shellTexts } from './texts.ts';
import type { Windows } from './windows.ts';

/** A notice beside the console; it waits for nobody. */
export function tellDamage(files: LocalFiles, windows: Windows, texts: ReturnType<typeof shellTexts>): void {
  const { fileState } = files.settings;
  const message = damageWords(fileState, texts);
  if (windows.console === null || message === null) return;
  void dialog.showMessageBox(windows.console, { type: 'warning', message });
}

function damageWords(fileState: FileState, texts: ReturnType<typeof shellTexts>): string | null {
  switch (fileState) {
    case 'restored':
      return texts.settingsRestored;
    case 'lost':
      return texts.settingsLost;
    case 'partlyKnown':
    case 'newer':
      return texts.settingsNewer;
    case 'unreadable':
      return texts.settingsUnreadable;
    case 'missing':
    case 'good':
      return null;
    default:
      return assertNever(fileState);
  }
}
