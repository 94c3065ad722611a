import { expect, it } from 'vitest';
import type { TemplateEntry } from '../../../core/contract/words-calls.ts';
import type { MessageTemplate } from '../../../core/message/template.ts';
import { sortTemplates } from './sort-templates.ts';

const entryOf = (
  id: string,
  moment: MessageTemplate['moment'],
  channel: MessageTemplate['channel'],
  name: MessageTemplate['name'],
): TemplateEntry => {
  const nothing = { en: '', es: '' };
  return {
    template: { id, moment, channel, name, subject: nothing, text: nothing },
    origin: 'own',
    version: 1,
  };
};

const entries = [
  entryOf('photo', 'photo', 'chat', { en: 'Ask for a photo', es: 'Pedir una foto' }),
  entryOf('call', 'callUs', 'sms', { en: 'Call us', es: 'Llámenos cuando llegue el código' }),
  entryOf('mail', 'onItsWay', 'sms', { en: 'Look in junk', es: 'Mire en no deseado' }),
];
const ids = (found: readonly TemplateEntry[]) => found.map(({ template }) => template.id);

it('offers what fits the phase first, and everything all the same', () => {
  expect(ids(sortTemplates(entries, 'wait', '', 'en'))).toEqual(['mail', 'call', 'photo']);
  expect(ids(sortTemplates(entries, null, '', 'en'))).toEqual(['photo', 'call', 'mail']);
});

it('finds words in either language without minding accents', () => {
  expect(ids(sortTemplates(entries, null, 'junk', 'es'))).toEqual(['mail']);
  expect(ids(sortTemplates(entries, null, 'codigo sms', 'es'))).toEqual(['call']);
  expect(sortTemplates(entries, null, 'nothing like it', 'en')).toEqual([]);
});
