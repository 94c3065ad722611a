/** RFC 6068 wants line breaks as CRLF and percent-encoding throughout; `+` is not a blank there. */
export function mailtoAddress(draft: {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}): string {
  const to = draft.to.split('@').map(encodeURIComponent).join('@');
  const body = draft.body.replace(/\r?\n/g, '\r\n');
  return `mailto:${to}?subject=${encodeURIComponent(draft.subject)}&body=${encodeURIComponent(body)}`;
}
