import { app, shell } from 'electron';
import { mailtoAddress } from './mailto.ts';

/**
 * Opens a draft in the computer's mail program. The only address this app ever hands to the system is a `mailto:` with a
 * recipient that the contract has checked. Answers false where there is no mail program to open it.
 */
export async function openMailDraft(draft: {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}): Promise<boolean> {
  if (app.getApplicationNameForProtocol('mailto:') === '') return false;
  try {
    await shell.openExternal(mailtoAddress(draft));
    return true;
  } catch {
    return false;
  }
}
