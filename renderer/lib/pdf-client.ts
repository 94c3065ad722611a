import type { PdfAnswer, PdfProblem, PdfQuestion } from './pdf-messages.ts';

export type { PdfProblem } from './pdf-messages.ts';

/** Far above the slowest page, a scanned one on a slow laptop. */
const PATIENCE_MS = 20_000;

/** An open PDF. Draw one page at a time, and close it. */
export interface PdfFile {
  readonly pageCount: number;
  /** @param page from 1 */
  readonly drawPage: (page: number) => Promise<ImageBitmap | PdfProblem>;
  readonly close: () => void;
}

/** Opens a PDF in a worker of its own, which is loaded only now. Never rejects. */
export async function openPdf(file: Blob): Promise<PdfFile | PdfProblem> {
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' });
  const opened = await ask(worker, { kind: 'open', file });
  if (opened.kind !== 'opened') {
    worker.terminate();
    return opened.kind === 'failed' ? opened.problem : 'broken';
  }
  return {
    pageCount: opened.pageCount,
    drawPage: async (page) => {
      const drawn = await ask(worker, { kind: 'drawPage', page });
      if (drawn.kind === 'drawn') return drawn.bitmap;
      return drawn.kind === 'failed' ? drawn.problem : 'broken';
    },
    close: () => worker.terminate(),
  };
}

function ask(worker: Worker, question: PdfQuestion): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const answer = (given: PdfAnswer) => {
      clearTimeout(timer);
      worker.onmessage = null;
      resolve(given);
    };
    const timer = setTimeout(() => answer({ kind: 'failed', problem: 'broken' }), PATIENCE_MS);
    worker.onerror = () => answer({ kind: 'failed', problem: 'broken' });
    worker.onmessage = ({ data }: MessageEvent<PdfAnswer>) => {
      // The library says by itself that it is ready; that is no answer of ours.
      if ('kind' in data) answer(data);
    };
    worker.postMessage(question);
  });
}
