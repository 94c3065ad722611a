import { utf8ToBytes } from '@noble/hashes/utils.js';
import { encodeBase64 } from '../qr/base64.ts';
import { encodeHeaderText, encodeQuotedPrintable } from './encode.ts';

export interface MailAttachment {
  /** Plain ASCII, so that every mail program shows it as it is. */
  readonly fileName: string;
  readonly contentType: 'image/png' | 'text/plain; charset=utf-8';
  readonly bytes: Uint8Array;
}

export interface MailFile {
  readonly to: string;
  readonly subject: string;
  /** Reaches the reader byte for byte. */
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
}

/** RFC 2045: encoded lines have at most 76 characters. */
const LINE_LENGTH = 76;

/**
 * An unsent mail as a file (RFC 5322, MIME). `X-Unsent` makes mail programs open it as a draft; there is no sender and
 * no date, which the program adds when it sends.
 *
 * @param boundary separates the parts; letters and digits that occur nowhere else
 */
export function writeMailFile(mail: MailFile, boundary: string): string {
  const parts = [textPart(mail.text), ...mail.attachments.map(attachmentPart)];
  return [
    'MIME-Version: 1.0',
    'X-Unsent: 1',
    `To: ${mail.to}`,
    `Subject: ${encodeHeaderText(mail.subject)}`,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function textPart(text: string): readonly string[] {
  return [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    encodeQuotedPrintable(text),
  ];
}

function attachmentPart({ fileName, contentType, bytes }: MailAttachment): readonly string[] {
  const encoded = encodeBase64(bytes);
  return [
    `Content-Type: ${contentType}; name="${fileName}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${fileName}"`,
    '',
    ...(encoded.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? []),
  ];
}

/** A text as the bytes of an attachment: UTF-8, nothing added. */
export function textBytes(text: string): Uint8Array {
  return utf8ToBytes(text);
}
