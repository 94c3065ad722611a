/** What mail drafts are made of. */
export interface DraftedMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** Windows passes on addresses of so many characters; a longer one is cut or lost. Source: Electron's `shell.openExternal`. */
export const MAILTO_MOST = 2081;

/** How long the address of a draft is as it is passed on: a letter outside of ASCII takes six to twelve characters. */
export function mailtoLength(draft: DraftedMail): number {
  return mailtoAddress(draft).length;
}

/** RFC 6068 wants line breaks as CRLF and percent-encoding throughout; `+` is not a blank there. */
export function mailtoAddress(draft: DraftedMail): string {
  const to = draft.to.split('@').map(encodeURIComponent).join('@');
  const body = draft.body.replace(/\r?\n/g, '\r\n');
  return `mailto:${to}?subject=${encodeURIComponent(draft.subject)}&body=${encodeURIComponent(body)}`;
}
