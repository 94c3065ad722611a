import { systemPreferences } from 'electron';

/** Asks whoever sits here to confirm to the computer that it is theirs. */
export interface Presence {
  /** True also where the computer has no way to ask. */
  confirm(): Promise<boolean>;
}

/** Touch ID; Electron offers nothing of the kind on other systems. */
export function systemPresence(reason: () => string): Presence {
  return {
    async confirm() {
      if (process.platform !== 'darwin' || !systemPreferences.canPromptTouchID()) return true;
      try {
        await systemPreferences.promptTouchID(reason());
        return true;
      } catch {
        return false;
      }
    },
  };
}
