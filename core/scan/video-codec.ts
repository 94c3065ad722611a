/** Names under which an agent finds a codec elsewhere, by the mark that the file has for it. */
const CODECS: readonly (readonly [marks: readonly string[], name: string])[] = [
  [['hvc1', 'hev1', 'dvh1', 'dvhe', 'V_MPEGH/ISO/HEVC', 'HEVC'], 'H.265 (HEVC)'],
  [['avc1', 'avc3', 'V_MPEG4/ISO/AVC', 'H264', 'X264', 'AVC1'], 'H.264'],
  [['av01', 'V_AV1'], 'AV1'],
  [['vp09', 'V_VP9'], 'VP9'],
  [['vp08', 'V_VP8'], 'VP8'],
  [['apch', 'apcn', 'apcs', 'apco', 'ap4h'], 'ProRes'],
  [['mp4v', 'V_MPEG4/ISO/ASP', 'XVID', 'DIVX', 'DX50', 'FMP4'], 'MPEG-4'],
  [['s263', 'h263', 'H263'], 'H.263'],
  [['jpeg', 'mjpa', 'mjpb', 'MJPG', 'V_MJPEG'], 'Motion JPEG'],
  [['WMV1', 'WMV2', 'WMV3', 'WVC1'], 'Windows Media Video'],
];

/** What a file says of its pictures stands at one of its ends. Bytes. */
export const CODEC_SEARCH_BYTES = 1_000_000;

/**
 * The codec of a video file's pictures, for a message: null where no known one is named. Looks for the mark where the format has it (the sample
 * descriptions of MP4 and QuickTime, the track of Matroska and WebM, the stream head of AVI), not anywhere in the pictures themselves.
 *
 * @param ends the first and the last bytes of the file
 */
export function videoCodecOf(ends: readonly Uint8Array[]): string | null {
  for (const bytes of ends) {
    const text = asText(bytes);
    const named = CODECS.find(([marks]) => marks.some((mark) => isNamed(text, mark)));
    if (named !== undefined) return named[1];
  }
  return null;
}

/** `stsd`: version, count, size of the entry, its mark. `vids` and `\0strh` stand before an AVI's mark. */
function isNamed(text: string, mark: string): boolean {
  if (mark.startsWith('V_')) return text.includes(mark);
  for (let at = text.indexOf('stsd'); at >= 0; at = text.indexOf('stsd', at + 4))
    if (text.startsWith(mark, at + 16)) return true;
  return text.includes(`vids${mark}`) || (text.startsWith('\x30\x26\xb2\x75') && text.includes(mark));
}

/** Arguments of one call. */
const PART = 8192;

/** Each byte as one character. */
function asText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)));
  return parts.join('');
}
