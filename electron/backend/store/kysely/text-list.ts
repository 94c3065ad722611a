import * as z from 'zod';

const textsSchema = z.array(z.string());

/** A list of texts in one column. */
export function writeTexts(texts: readonly string[]): string {
  return JSON.stringify(texts);
}

export function readTexts(column: string): string[] {
  return textsSchema.parse(JSON.parse(column));
}
