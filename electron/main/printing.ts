import type { BrowserWindow, WebContents } from 'electron';
import { CallError } from '../../core/contract/errors.ts';
import type { PrintDocument } from '../../core/print/document.ts';
import { inInches, type Paper, type PaperSize, paperSize } from '../../core/print/paper.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { openPageWindow, type WindowOptions } from './window.ts';

/** A page is drawn within a second; without one in this time the agent would wait for nothing. */
const PATIENCE_MS = 15_000;

interface Job {
  readonly document: PrintDocument;
  readonly paper: Paper;
  readonly window: BrowserWindow;
  /** Nothing leaves the program before the agent has said where to. */
  readonly isAsking: boolean;
  /** Tells that the page is drawn, so high in CSS px. */
  readonly onReady: (height: number) => void;
}

/** How a print-out ended. */
export type PrintResult = 'printed' | 'cancelled' | 'failed' | 'noPrinter';

/** Draws documents in a window that nobody sees, for a PDF file or for paper. */
export class Printing {
  readonly #options: WindowOptions;
  readonly #dialogs: FileDialogs;
  readonly #jobs = new Set<Job>();

  constructor(options: WindowOptions, dialogs: FileDialogs) {
    this.#options = options;
    this.#dialogs = dialogs;
  }

  /** Is this the page of a window that draws a document? */
  draws(sender: WebContents): boolean {
    return this.#jobOf(sender) !== null;
  }

  getDocument(sender: WebContents): { readonly document: PrintDocument; readonly paper: Paper } {
    const { document, paper } = this.#requireJob(sender);
    return { document, paper };
  }

  /** The desk is locked: what is on its way to a printer goes on, what still asks where to does not. */
  stopAsking(): void {
    for (const { isAsking, window } of this.#jobs) if (isAsking && !window.isDestroyed()) window.destroy();
  }

  ready(sender: WebContents, height: number): void {
    this.#requireJob(sender).onReady(height);
  }

  /** Answers false when the agent gave no place for the file. */
  async savePdf(document: PrintDocument, paper: Paper, sender: WebContents): Promise<boolean> {
    const pdf = await this.#draw(document, paper, true, (contents, size) =>
      contents.printToPDF({
        pageSize: inInches(size),
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        generateTaggedPDF: true,
      }),
    );
    return await this.#dialogs.saveAs(sender, fileName(document), 'pdf', pdf);
  }

  /** @param printer its system name; null asks with the system's own dialog */
  print(document: PrintDocument, paper: Paper, printer: string | null): Promise<PrintResult> {
    return this.#draw(document, paper, printer === null, async (contents, size) => {
      if ((await contents.getPrintersAsync()).length === 0) return 'noPrinter';
      return await sendToPrinter(contents, size, printer);
    });
  }

  async #draw<Result>(
    document: PrintDocument,
    paper: Paper,
    isAsking: boolean,
    use: (contents: WebContents, size: PaperSize) => Promise<Result>,
  ): Promise<Result> {
    const window = openPageWindow('print.html', this.#options, { width: 900, height: 1200 });
    try {
      const height = await this.#heightOf({ document, paper, window, isAsking });
      return await Promise.race([use(window.webContents, paperSize(paper, height)), closed(window)]);
    } finally {
      if (!window.isDestroyed()) window.destroy();
    }
  }

  /** CSS px of the document once its page is drawn. */
  #heightOf(asked: Omit<Job, 'onReady'>): Promise<number> {
    return new Promise<number>((resolve, reject) => {
      const job: Job = { ...asked, onReady: resolve };
      const patience = setTimeout(
        () => reject(new CallError('internal', 'The page was not drawn.')),
        PATIENCE_MS,
      );
      this.#jobs.add(job);
      closed(job.window).catch((error: unknown) => {
        clearTimeout(patience);
        this.#jobs.delete(job);
        reject(error);
      });
    });
  }

  #jobOf(sender: WebContents): Job | null {
    return (
      [...this.#jobs].find(({ window }) => !window.isDestroyed() && window.webContents === sender) ?? null
    );
  }

  #requireJob(sender: WebContents): Job {
    const job = this.#jobOf(sender);
    if (job === null) throw new CallError('not_found', 'This document is done.');
    return job;
  }
}

/** Rejects when the window is closed. */
function closed(window: BrowserWindow): Promise<never> {
  return new Promise((_, reject) => {
    window.once('closed', () => reject(new CallError('internal', 'The page was closed.')));
  });
}

function sendToPrinter(
  contents: WebContents,
  size: PaperSize,
  printer: string | null,
): Promise<Exclude<PrintResult, 'noPrinter'>> {
  return new Promise((resolve) => {
    const options = {
      silent: printer !== null,
      ...(printer === null ? {} : { deviceName: printer }),
      pageSize: { ...size },
      margins: { marginType: 'none' as const },
      printBackground: true,
    };
    contents.print(options, (isDone, reason) => {
      if (isDone) resolve('printed');
      else resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed');
    });
  });
}

function fileName(document: PrintDocument): string {
  if (document.kind === 'testPage') return 'test-page.pdf';
  return `ticket-${document.ticketNumber}-${document.kind === 'handOut' ? 'hand-out' : 'receipt'}.pdf`;
}
