/** What the PDF worker is asked; one document for its life, one question at a time. */
export type PdfQuestion =
  | { readonly kind: 'open'; readonly file: Blob }
  /** Counted from 1. */
  | { readonly kind: 'drawPage'; readonly page: number };

/** `locked`: it can only be opened with a password. `broken`: damaged, no PDF at all, or stuck. */
export type PdfProblem = 'locked' | 'broken';

export type PdfAnswer =
  | { readonly kind: 'opened'; readonly pageCount: number }
  | { readonly kind: 'drawn'; readonly bitmap: ImageBitmap }
  | { readonly kind: 'failed'; readonly problem: PdfProblem };
