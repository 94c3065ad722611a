import type { CallError } from '../../../core/contract/errors.ts';
import type { PrinterProfile } from '../../../core/contract/shell-records.ts';
import type { PrintDocument } from '../../../core/print/document.ts';
import { useCommand } from '../../api/use-call.ts';

/** How the last print-out or PDF ended; null before the first. */
export type PrintState = 'busy' | 'saved' | 'printed' | 'cancelled' | 'failed' | 'noPrinter';

interface PrintOut {
  readonly savePdf: (document: PrintDocument, profile: PrinterProfile) => void;
  readonly print: (document: PrintDocument, profile: PrinterProfile) => void;
  readonly state: PrintState | null;
  readonly error: CallError | null;
}

/** Makes a PDF file or prints, one at a time. */
export function usePrintOut(): PrintOut {
  const pdf = useCommand('print.savePdf');
  const paper = useCommand('print.print');
  const isBusy = pdf.isPending || paper.isPending;
  return {
    savePdf: (document, { paper: size }) => {
      if (isBusy) return;
      paper.reset();
      pdf.mutate({ document, paper: size });
    },
    print: (document, profile) => {
      if (isBusy) return;
      pdf.reset();
      paper.mutate({ document, ...profile });
    },
    state: isBusy ? 'busy' : (savedState(pdf.data?.isSaved) ?? paper.data?.result ?? null),
    error: pdf.error ?? paper.error,
  };
}

function savedState(isSaved: boolean | undefined): PrintState | null {
  if (isSaved === undefined) return null;
  return isSaved ? 'saved' : 'cancelled';
}
