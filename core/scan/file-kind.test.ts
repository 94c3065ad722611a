import { describe, expect, it } from 'vitest';
import { createRandom } from '../testkit/random.ts';
import { fileKindOf } from './file-kind.ts';
import { videoCodecOf } from './video-codec.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const size = (value: number) => String.fromCharCode(0, 0, value >> 8, value & 255);
const brands = (...names: string[]) => {
  const [main = '', ...others] = names;
  return `${size(16 + others.length * 4)}ftyp${main}\0\0\0\0${others.join('')}${size(8)}meta`;
};
const kindOf = (text: string) => {
  const found = fileKindOf(bytes(text));
  return found.kind === 'unreadable' ? found.format : found.kind;
};
const VP8X = (flags: number) => `RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0${String.fromCharCode(flags)}\0\0\0`;

describe('fileKindOf', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'picture'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'picture'],
    ['BM....', 'picture'],
    [VP8X(0x10), 'picture'],
    [brands('avif', 'mif1', 'miaf'), 'picture'],
    [brands('mif1', 'avif', 'miaf'), 'picture'],
    ['no picture at all', 'picture'],
    ['', 'picture'],
    ['GIF89a', 'animation'],
    [VP8X(0x12), 'animation'],
    ['\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR0000000000000\0\0\0\x08acTL', 'animation'],
    [brands('avis', 'avif', 'msf1'), 'animation'],
    ['II*\0\x08\0\0\0', 'tiff'],
    ['MM\0*\0\0\0\x08', 'tiff'],
    ['%PDF-1.7', 'pdf'],
    ['\r\n\r\n%PDF-1.4', 'pdf'],
    [brands('isom', 'iso2', 'avc1', 'mp41'), 'video'],
    [brands('qt  '), 'video'],
    [brands('M4V ', 'isom'), 'video'],
    [brands('3gp4', 'isom'), 'video'],
    [`${size(8)}wide${size(8)}mdat`, 'video'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81', 'video'],
    ['RIFF\0\0\0\0AVI LIST', 'video'],
    ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'video'],
    ['\0\0\x01\xba', 'video'],
    [brands('heic', 'mif1', 'heic'), 'heic'],
    [brands('mif1', 'heic'), 'heic'],
    [brands('heix', 'mif1', 'miaf'), 'heic'],
    ['\xff\x0a\xfa', 'jpegXl'],
    ['\0\0\0\x0cJXL \r\n', 'jpegXl'],
    ['\0\0\0\x0cjP  \r\n', 'jpeg2000'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
    ['<?xml version="1.0"?>\n<svg>', 'svg'],
    ['8BPS\0\x01', 'photoshop'],
    ['PK\x03\x04....[Content_Types].xml', 'officeDocument'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'officeDocument'],
    ['PK\x03\x04....photo.jpg', 'archive'],
    ['Rar!\x1a\x07', 'archive'],
  ])('knows %j by its first bytes', (head, kind) => {
    expect(kindOf(head)).toBe(kind);
  });

  it('never throws, whatever the bytes', () => {
    const random = createRandom(77);
    const starts = [
      'GIF8',
      'RIFF',
      '\0\0\0\x20ftyp',
      '\0\0\0\x01ftyp',
      '\xff\xff\xff\xffftyp',
      'PK\x03\x04',
      '\x89PNG',
      '<svg',
      'G',
      '',
    ] as const;
    for (let round = 0; round < 2000; round += 1) {
      const rest = Array.from({ length: random.integer(0, 600) }, () =>
        String.fromCharCode(random.integer(0, 255)),
      );
      const head = bytes(random.pick(starts) + rest.join(''));
      expect(fileKindOf(head).kind).toMatch(/^[a-z]+$/);
      videoCodecOf([head]);
    }
  });
});

describe('videoCodecOf', () => {
  const described = (mark: string) => `${size(100)}stsd\0\0\0\0\0\0\0\x01${size(84)}${mark}`;

  it.each([
    [`moov${described('hvc1')}`, 'H.265 (HEVC)'],
    [`moov${described('mp4a')}....${described('hev1')}`, 'H.265 (HEVC)'],
    [`moov${described('avc1')}`, 'H.264'],
    [`moov${described('apcn')}`, 'ProRes'],
    ['\x1a\x45\xdf\xa3...V_MPEGH/ISO/HEVC', 'H.265 (HEVC)'],
    ['RIFF....AVI LIST....strh8\0\0\0vidsXVID', 'MPEG-4'],
    ['moov without a description, hvc1 among other bytes', null],
    ['', null],
  ])('finds the codec that %j names', (text, name) => {
    expect(videoCodecOf([bytes('nothing here'), bytes(text)])).toBe(name);
  });
});
