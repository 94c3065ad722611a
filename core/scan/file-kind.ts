/** A format that pictures come in and that nothing here reads; the agent is told its name and what to ask for. */
export type UnreadableFormat =
  | 'heic'
  | 'jpegXl'
  | 'jpeg2000'
  | 'svg'
  | 'photoshop'
  | 'officeDocument'
  | 'archive';

/** How a file has to be opened. `animation` also for one that has a single frame. */
export type FileKind =
  | { readonly kind: 'picture' | 'animation' | 'tiff' | 'pdf' | 'video' }
  | { readonly kind: 'unreadable'; readonly format: UnreadableFormat };

/** So much of a file's beginning has to be given to {@link fileKindOf}. Bytes. */
export const HEAD_BYTES = 4096;

/**
 * What a file is, by its first bytes: names and types are missing or wrong on much of what customers send. What is not known counts
 * as a picture, which the window's own decoder then opens or refuses.
 */
export function fileKindOf(head: Uint8Array): FileKind {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  const format = UNREADABLE.find(({ isIt }) => isIt(text))?.format;
  if (format !== undefined) return { kind: 'unreadable', format };
  const kind = KINDS.find(({ isIt }) => isIt(text))?.kind;
  return { kind: kind ?? 'picture' };
}

type Test = (text: string) => boolean;

const startsWith =
  (...beginnings: readonly string[]): Test =>
  (text) =>
    beginnings.some((beginning) => text.startsWith(beginning));

/** Brands of the ISO base media format: what a reader must know to open the file. Source: ISO/IEC 14496-12, 4.3. */
function brandsOf(text: string): readonly string[] {
  if (!text.startsWith('ftyp', 4)) return [];
  const size = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + text.charCodeAt(at), 0);
  const brands = text.slice(8, Math.min(size, 256)).match(/[\s\S]{4}/g) ?? [];
  // Behind the main brand stands a version.
  return brands.filter((_, index) => index !== 1);
}

/** HEVC inside; `mif1` and `msf1` only say that it is a picture. Source: ISO/IEC 23008-12, annex B. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];
const PICTURE_BRANDS = ['avif', 'avis', 'mif1', 'msf1'];

const isHeic: Test = (text) => {
  const brands = brandsOf(text);
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return false;
  return brands.some((brand) => HEIC_BRANDS.includes(brand) || PICTURE_BRANDS.includes(brand));
};

const UNREADABLE: readonly { readonly format: UnreadableFormat; readonly isIt: Test }[] = [
  { format: 'heic', isIt: isHeic },
  { format: 'jpegXl', isIt: startsWith('\xff\x0a', '\0\0\0\x0cJXL ') },
  { format: 'jpeg2000', isIt: startsWith('\0\0\0\x0cjP  ', '\xff\x4f\xff\x51') },
  {
    format: 'svg',
    isIt: (text) => /^\s*(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml|!--)/.test(text) && text.includes('<svg'),
  },
  { format: 'photoshop', isIt: startsWith('8BPS') },
  // Word, Excel and the like: today's are archives of a known inner order, older ones have a head of their own.
  {
    format: 'officeDocument',
    isIt: (text) =>
      text.startsWith('\xd0\xcf\x11\xe0') ||
      (text.startsWith('PK\x03\x04') &&
        /\[Content_Types\]|mimetypeapplication\/vnd\.oasis|_rels\//.test(text)),
  },
  { format: 'archive', isIt: startsWith('PK\x03\x04', 'Rar!', '7z\xbc\xaf', '\x1f\x8b') },
];

const isAnimation: Test = (text) =>
  text.startsWith('GIF8') ||
  (text.startsWith('RIFF') && text.startsWith('WEBPVP8X', 8) && (text.charCodeAt(20) & 0x02) !== 0) ||
  (text.startsWith('\x89PNG') && text.includes('acTL')) ||
  brandsOf(text).includes('avis');

/** QuickTime files of old have no `ftyp`; transport streams repeat their mark every 188 bytes. */
const isVideo: Test = (text) =>
  brandsOf(text).some((brand) => !PICTURE_BRANDS.includes(brand) && brand !== 'miaf') ||
  ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].some((box) => text.startsWith(box, 4)) ||
  (text.startsWith('RIFF') && text.startsWith('AVI ', 8)) ||
  (text.startsWith('G') && text[188] === 'G' && text[376] === 'G') ||
  startsWith(
    '\x1a\x45\xdf\xa3',
    '\x30\x26\xb2\x75\x8e\x66\xcf\x11',
    '\0\0\x01\xba',
    '\0\0\x01\xb3',
    'FLV\x01',
  )(text);

const KINDS: readonly { readonly kind: 'animation' | 'tiff' | 'pdf' | 'video'; readonly isIt: Test }[] = [
  { kind: 'animation', isIt: isAnimation },
  { kind: 'tiff', isIt: startsWith('II*\0', 'MM\0*', 'II+\0', 'MM\0+') },
  // The standard lets other bytes stand before the mark.
  { kind: 'pdf', isIt: (text) => text.slice(0, 1024).includes('%PDF-') },
  { kind: 'video', isIt: (text) => !brandsOf(text).includes('avif') && isVideo(text) },
];
