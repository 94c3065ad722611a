import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../core/message/check.ts';
import { messageTemplateSchema, readTemplate } from '../../core/message/template.ts';
import { languageSchema } from '../../core/values.ts';
import { templateFiles } from './index.ts';

const templates = templateFiles.map((file) => messageTemplateSchema.parse(file));

describe.each(templates.map((template) => [template.id, template] as const))('message %s', (_, template) => {
  it('is written in every language and uses known variables only', () => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('says the same in every language: it uses the same variables', () => {
    const used = languageSchema.options.map((language) =>
      readTemplate(template.subject[language] + template.text[language])
        .flatMap((piece) => (piece.kind === 'variable' ? [piece.name] : []))
        .sort(),
    );
    for (const names of used) expect(names).toEqual(used[0]);
  });
});

it('gives each message a name of its own', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
});
