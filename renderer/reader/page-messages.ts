/** What a worker with a file of pages is asked; one file for its life, one question at a time. */
export type PageQuestion =
  | { readonly kind: 'open'; readonly file: Blob }
  /** Counted from 1. */
  | { readonly kind: 'drawPage'; readonly page: number };

/** `locked`: it can only be opened with a password. `broken`: damaged, of another kind, too large, or stuck. */
export type PageProblem = 'locked' | 'broken';

export type PageAnswer =
  | { readonly kind: 'opened'; readonly pageCount: number }
  | { readonly kind: 'drawn'; readonly bitmap: ImageBitmap }
  | { readonly kind: 'failed'; readonly problem: PageProblem };
