import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** As browsers mark what they download. Source: Microsoft, "Mark of the Web"; zone 3 is the Internet. */
const ZONE = '[ZoneTransfer]\r\nZoneId=3\r\n';
/** A download that nobody has agreed to yet. Source: Apple, LSQuarantine. */
const QUARANTINED = '0081';

/** What has to be written beside a file, or called on it. */
export type ForeignMark =
  | { readonly kind: 'stream'; readonly path: string; readonly content: string }
  | { readonly kind: 'attribute'; readonly command: string; readonly args: readonly string[] };

/**
 * Marks a file as one that came from outside, so that programs open it with care: without macros on Windows, with a question
 * on macOS. Some disks keep no such mark; the file is then as it is.
 *
 * @param at epoch ms
 */
export async function markAsForeign(file: string, at: number): Promise<void> {
  const mark = foreignMark(file, at, process.platform);
  if (mark === null) return;
  const marking =
    mark.kind === 'stream'
      ? writeFile(mark.path, mark.content)
      : promisify(execFile)(mark.command, [...mark.args]);
  await marking.catch(() => undefined);
}

/** Null on Linux, where no program looks for such a mark. */
export function foreignMark(file: string, at: number, platform: NodeJS.Platform): ForeignMark | null {
  if (platform === 'win32') return { kind: 'stream', path: `${file}:Zone.Identifier`, content: ZONE };
  if (platform !== 'darwin') return null;
  const seconds = Math.floor(at / 1000).toString(16);
  const value = `${QUARANTINED};${seconds};ResetDesk;`;
  return { kind: 'attribute', command: '/usr/bin/xattr', args: ['-w', 'com.apple.quarantine', value, file] };
}
