import { app, shell } from 'electron';
import { CallError } from '../../core/contract/errors.ts';
import { type DraftedMail, MAILTO_MOST, mailtoAddress, mailtoLength } from '../../core/mail/mailto.ts';

/**
 * Opens a draft in the computer's mail program. The only address this app ever hands to the system is a `mailto:` with a
 * recipient that the contract has checked. Answers false where there is no mail program to open it.
 *
 * @throws CallError `refused` when not every system would pass all of it on
 */
export async function openMailDraft(draft: DraftedMail): Promise<boolean> {
  if (mailtoLength(draft) > MAILTO_MOST)
    throw new CallError('refused', 'The mail is too long for this way. Open it as a mail file.');
  if (app.getApplicationNameForProtocol('mailto:') === '') return false;
  try {
    await shell.openExternal(mailtoAddress(draft));
    return true;
  } catch {
    return false;
  }
}
