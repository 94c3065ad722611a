import type { PageAnswer, PageProblem, PageQuestion } from './page-messages.ts';

export type { PageProblem } from './page-messages.ts';

/** Far above the slowest page, a scanned one on a slow laptop. */
const PATIENCE_MS = 20_000;

export type PageFormat = 'pdf' | 'tiff';

/** An open file of pages. Draw one page at a time, and close it. */
export interface PagedFile {
  readonly format: PageFormat;
  readonly pageCount: number;
  /** @param page from 1 */
  readonly drawPage: (page: number) => Promise<ImageBitmap | PageProblem>;
  readonly close: () => void;
}

/** Opens a PDF in a worker of its own, which is loaded only now. Never rejects. */
export function openPdf(file: Blob): Promise<PagedFile | PageProblem> {
  return open('pdf', new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' }), file);
}

/** The same for a TIFF, which a fax or a scanner makes with several pages. */
export function openTiff(file: Blob): Promise<PagedFile | PageProblem> {
  return open('tiff', new Worker(new URL('./tiff.worker.ts', import.meta.url), { type: 'module' }), file);
}

async function open(format: PageFormat, worker: Worker, file: Blob): Promise<PagedFile | PageProblem> {
  const opened = await ask(worker, { kind: 'open', file });
  if (opened.kind !== 'opened') {
    worker.terminate();
    return opened.kind === 'failed' ? opened.problem : 'broken';
  }
  return {
    format,
    pageCount: opened.pageCount,
    drawPage: async (page) => {
      const drawn = await ask(worker, { kind: 'drawPage', page });
      if (drawn.kind === 'drawn') return drawn.bitmap;
      return drawn.kind === 'failed' ? drawn.problem : 'broken';
    },
    close: () => worker.terminate(),
  };
}

function ask(worker: Worker, question: PageQuestion): Promise<PageAnswer> {
  return new Promise((resolve) => {
    const answer = (given: PageAnswer) => {
      clearTimeout(timer);
      worker.onmessage = null;
      resolve(given);
    };
    const timer = setTimeout(() => answer({ kind: 'failed', problem: 'broken' }), PATIENCE_MS);
    worker.onerror = () => answer({ kind: 'failed', problem: 'broken' });
    worker.onmessage = ({ data }: MessageEvent<PageAnswer>) => {
      // A library says by itself that it is ready; that is no answer of ours.
      if ('kind' in data) answer(data);
    };
    worker.postMessage(question);
  });
}
