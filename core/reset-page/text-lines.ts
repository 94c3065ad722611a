import type { TextLine } from './read-page.ts';

/** What Tesseract answers, as far as it is used. */
export interface RecognisedBlock {
  readonly paragraphs: readonly {
    readonly lines: readonly {
      readonly text: string;
      readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
    }[];
  }[];
}

export function linesOf(blocks: readonly RecognisedBlock[]): readonly TextLine[] {
  return blocks
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .map(({ text, bbox: { x0, y0, x1, y1 } }) => ({
      text: text.trim(),
      place: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 },
    }));
}
