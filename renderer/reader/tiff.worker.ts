import { decode, decodeImage, type IFD, toRGBA8 } from 'utif2';
import type { PageAnswer, PageQuestion } from './page-messages.ts';

/** A scanned page of A3 at 600 dpi has 70 million; all of them are held at once. */
const MAX_PIXELS = 120_000_000;

interface OpenTiff {
  readonly bytes: ArrayBuffer;
  readonly pages: readonly IFD[];
}

let tiff: OpenTiff | null = null;

self.onmessage = async ({ data: question }: MessageEvent<PageQuestion>) => {
  const answer = await answerTo(question).catch((): PageAnswer => ({ kind: 'failed', problem: 'broken' }));
  self.postMessage(answer, { transfer: answer.kind === 'drawn' ? [answer.bitmap] : [] });
};

async function answerTo(question: PageQuestion): Promise<PageAnswer> {
  if (question.kind === 'open') {
    tiff = open(await question.file.arrayBuffer());
    return { kind: 'opened', pageCount: tiff.pages.length };
  }
  const page = tiff?.pages[question.page - 1];
  if (tiff === null || page === undefined) return { kind: 'failed', problem: 'broken' };
  return { kind: 'drawn', bitmap: await drawPage(tiff.bytes, page) };
}

function open(bytes: ArrayBuffer): OpenTiff {
  const pages = decode(bytes).filter((page) => pixelsOf(page) > 0);
  if (pages.length === 0) throw new Error('No page of this file has a size.');
  return { bytes, pages };
}

async function drawPage(bytes: ArrayBuffer, page: IFD): Promise<ImageBitmap> {
  if (pixelsOf(page) > MAX_PIXELS) throw new Error('This page is too large.');
  decodeImage(bytes, page);
  const pixels = new Uint8ClampedArray(toRGBA8(page));
  return createImageBitmap(new ImageData(pixels, page.width, page.height));
}

/** ImageWidth and ImageLength, before anything is decoded. Source: TIFF 6.0, section 8. */
function pixelsOf({ t256, t257 }: IFD): number {
  const sides = [t256, t257].map((value) => (Array.isArray(value) ? Number(value[0]) : 0));
  return sides.every((side) => Number.isSafeInteger(side) && side > 0)
    ? (sides[0] ?? 0) * (sides[1] ?? 0)
    : 0;
}
