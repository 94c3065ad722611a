export interface MailDraft {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * The mail that asks the vendor for a security code: the body is the payload and nothing else, because the manuals
 * say to send the text that the QR holds. No subject is prescribed; an empty one makes mail programs ask.
 * Source: domain note 2.
 */
export function resetMailDraft(payload: string, to: string): MailDraft {
  return { to, subject: 'Password reset', body: payload };
}
