import { classifyPayload } from '../qr/classify.ts';
import { resetMailDraft } from '../qr/mail-draft.ts';
import { type MailAttachment, type MailFile, textBytes } from './eml.ts';

/** Why a request may not leave: it would reach the vendor in pieces, or is none. */
export type PayloadFault = 'truncated' | 'notAResetCode';

/** Checked again where the mail is made, so that no other part can send half a request. */
export function payloadFault(payload: string): PayloadFault | null {
  const { kind } = classifyPayload(payload);
  if (kind === 'dahuaResetTruncated') return 'truncated';
  return kind === 'dahuaReset' ? null : 'notAResetCode';
}

export interface ResetMail {
  readonly payload: string;
  /** The address that the device shows. */
  readonly to: string;
  /** The QR drawn anew, as a PNG file. */
  readonly qrPicture: Uint8Array;
  /** For mail programs that break long lines. */
  readonly hasTextFile: boolean;
}

/** The mail that asks for a security code, with the QR as a picture for readers who would rather scan. */
export function resetMailFile({ payload, to, qrPicture, hasTextFile }: ResetMail): MailFile {
  const { subject, body } = resetMailDraft(payload, to);
  const picture: MailAttachment = { fileName: 'reset-code.png', contentType: 'image/png', bytes: qrPicture };
  const textFile: MailAttachment = {
    fileName: 'reset-code.txt',
    contentType: 'text/plain; charset=utf-8',
    bytes: textBytes(payload),
  };
  return { to, subject, text: body, attachments: hasTextFile ? [picture, textFile] : [picture] };
}
