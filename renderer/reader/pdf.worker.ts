// Parsing runs in this same worker, so that nothing of a PDF is touched on the window's own thread.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openJpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import colourUrl from 'pdfjs-dist/wasm/qcms_bg.wasm?url';
import type { PageAnswer, PageProblem, PageQuestion } from './page-messages.ts';

/** Dots per inch: a reset code printed 4 cm wide then has about 5 pixels per module. A PDF's own unit is 1/72 inch. */
const RESOLUTION = 300;

/** Poster-sized pages are drawn coarser, or their pixels alone would take more than 64 MB. */
const MAX_PIXELS = 16_000_000;

/** A scanned page of A3 at 600 dpi has 70 million. */
const MAX_IMAGE_PIXELS = 120_000_000;

/** Decoders for the picture formats of scanned pages, from our own files. */
const WASM_URLS: ReadonlyMap<string, string> = new Map([
  ['jbig2.wasm', jbig2Url],
  ['openjpeg.wasm', openJpegUrl],
  ['qcms_bg.wasm', colourUrl],
]);

let document: PDFDocumentProxy | null = null;

self.onmessage = async ({ data: question }: MessageEvent<PageQuestion>) => {
  const answer = await answerTo(question).catch(
    (error: unknown): PageAnswer => ({
      kind: 'failed',
      problem: problemOf(error),
    }),
  );
  self.postMessage(answer, { transfer: answer.kind === 'drawn' ? [answer.bitmap] : [] });
};

async function answerTo(question: PageQuestion): Promise<PageAnswer> {
  if (question.kind === 'open') {
    document = await open(question.file);
    return { kind: 'opened', pageCount: document.numPages };
  }
  if (document === null) return { kind: 'failed', problem: 'broken' };
  return { kind: 'drawn', bitmap: await drawPage(document, question.page) };
}

async function open(file: Blob): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    // A picture in it that declares more is left out before it is decoded.
    maxImageSize: MAX_IMAGE_PIXELS,
    // Only a prefix for the names that the factory below is asked for.
    wasmUrl: 'wasm/',
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
    BinaryDataFactory: OwnFilesFactory,
    verbosity: 0,
  });
  // Without this the task waits for a password for ever.
  task.onPassword = () => {
    void task.destroy();
    throw new LockedError();
  };
  return await task.promise;
}

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<ImageBitmap> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(RESOLUTION / 72, Math.sqrt(MAX_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // The library's types only know the page's canvas; it uses nothing that a worker's canvas lacks.
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  // `print` draws at one go; `display` would wait for the screen's frames, which a worker has none of.
  await page.render({ canvas: null, canvasContext, viewport, intent: 'print' }).promise;
  page.cleanup();
  return canvas.transferToImageBitmap();
}

class LockedError extends Error {
  override readonly name = 'PasswordException';
}

function problemOf(error: unknown): PageProblem {
  return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';
}

type CanvasAndContext = {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
};

/** Canvases without a page around them. */
class WorkerCanvasFactory {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(used: CanvasAndContext): void {
    this.reset(used, 0, 0);
    used.canvas = null;
    used.context = null;
  }
}

/** Soft masks and high-contrast colours need SVG, which a worker has none of, and a QR code is not drawn with. */
class NoFilterFactory {
  addFilter(): string {
    return 'none';
  }

  addHCMFilter(): string {
    return 'none';
  }

  addAlphaFilter(): string {
    return 'none';
  }

  addLuminosityFilter(): string {
    return 'none';
  }

  addHighlightHCMFilter(): string {
    return 'none';
  }

  destroy(): void {
    // Nothing is held.
  }
}

/** Gives the decoders from our own files; fonts and character maps are left out, because text is not read. */
class OwnFilesFactory {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = WASM_URLS.get(filename);
    if (url === undefined) throw new Error('Not part of the program.');
    const response = await fetch(url);
    return new Uint8Array(await response.arrayBuffer());
  }
}
