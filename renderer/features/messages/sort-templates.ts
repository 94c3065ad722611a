import type { TemplateEntry } from '../../../core/contract/words-calls.ts';
import type { Moment } from '../../../core/message/template.ts';
import type { Phase } from '../../../core/playbook/schema.ts';
import type { Language } from '../../../core/values.ts';

/** What is usually sent while a ticket is in a phase. */
const MOMENTS: Readonly<Record<Phase, readonly Moment[]>> = {
  ownership: ['other'],
  findQr: ['photo'],
  scan: ['photo'],
  submit: ['onItsWay', 'photo'],
  wait: ['onItsWay', 'callUs'],
  code: ['callUs'],
  password: ['done'],
  verify: ['done'],
  close: ['done'],
};

/** Those that hold every typed word, the ones for the phase at hand first. */
export function sortTemplates(
  templates: readonly TemplateEntry[],
  phase: Phase | null,
  search: string,
  language: Language,
): readonly TemplateEntry[] {
  const moments = phase === null ? [] : MOMENTS[phase];
  const rank = ({ template }: TemplateEntry) => {
    const at = moments.indexOf(template.moment);
    return at < 0 ? moments.length : at;
  };
  const words = fold(search).split(/\s+/);
  return templates
    .filter(({ template }) => {
      const text = fold([template.name[language], template.name.en, template.channel].join(' '));
      return words.every((word) => text.includes(word));
    })
    .toSorted((left, right) => rank(left) - rank(right));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
