import { describe, expect, it } from 'vitest';
import { foreignMark } from './foreign-mark.ts';

describe('the mark of a file that came from outside', () => {
  it('is a stream of zone 3 on Windows', () => {
    expect(foreignMark('C:\\a.docx', 0, 'win32')).toEqual({
      kind: 'stream',
      path: 'C:\\a.docx:Zone.Identifier',
      content: '[ZoneTransfer]\r\nZoneId=3\r\n',
    });
  });

  it('is quarantine on macOS, with the time in seconds as hex', () => {
    expect(foreignMark('/a.pdf', 1_700_000_000_000, 'darwin')).toMatchObject({
      args: ['-w', 'com.apple.quarantine', '0081;6553f100;ResetDesk;', '/a.pdf'],
    });
  });

  it('is none on Linux', () => {
    expect(foreignMark('/a.pdf', 0, 'linux')).toBeNull();
  });
});
