import { type Language, languageSchema } from '../values.ts';
import { isWritten } from './fill.ts';
import { type MessageTemplate, readTemplate } from './template.ts';

/**
 * What is wrong with a template. `notWritten` in another language than English only means that English is used;
 * everything else keeps it from being sent.
 */
export type TemplateProblem =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'notWritten'; readonly language: Language }
  | { readonly kind: 'unknownVariable' | 'strayBrace'; readonly language: Language; readonly text: string };

/** Every problem, in the order of the fields. */
export function checkTemplate(template: MessageTemplate): readonly TemplateProblem[] {
  const unnamed: TemplateProblem[] = template.name.en.trim() === '' ? [{ kind: 'unnamed' }] : [];
  return [...unnamed, ...languageSchema.options.flatMap((language) => problemsIn(template, language))];
}

function problemsIn(template: MessageTemplate, language: Language): readonly TemplateProblem[] {
  const texts = [template.channel === 'mail' ? template.subject[language] : '', template.text[language]];
  const faults = texts.flatMap(readTemplate).flatMap((piece): TemplateProblem[] => {
    return piece.kind === 'fault' ? [{ kind: piece.fault, language, text: piece.text }] : [];
  });
  return isWritten(template, language) ? faults : [{ kind: 'notWritten', language }, ...faults];
}
