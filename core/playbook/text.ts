import * as z from 'zod';

/** A text per language. English is the fallback and must be there. */
export const localizedTextSchema = z.strictObject({
  en: z.string().min(1),
  es: z.string().min(1).optional(),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;
