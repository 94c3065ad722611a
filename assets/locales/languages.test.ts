import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageSchema } from '../../core/values.ts';
import { questionFile } from '../chooser/index.ts';
import { factFiles, partFiles, playbookFiles } from '../playbooks/index.ts';
import { templateFiles } from '../templates/index.ts';

const languages = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const translations = languages.filter((language) => language !== 'en');

/** What is written the same in any language: names, units, and what a device has printed on itself in English. */
const SAME_IN_ANY_LANGUAGE = [
  /^common:appName$/,
  /^common:clock\.by$/,
  /^messages:available$/,
  /^messages:channels\.(?:sms|chat)$/,
  /^messages:examples\./,
  /^pictures:device\./,
  /^pictures:short\.(?:monitor4|browserWeb|dmss)/,
  /^practice:(?:login\.forgot|notice\.ok|newPassword\.title|phone\.|request\.mailed\.title|sync\.)/,
  /^practice:(?:resetCode\.(?:title|securityCode|next)|configTool\.(?:open|export))$/,
  /^print:testPage\.(?:paper\.a4|ruler|letters)$/,
  /^restore:size$/,
  /^scan:camera\.zoom$/,
  /^settings:(?:about\.(?:version|electron)|procedures\.builtIn|system\.(?:names\.\w+|extents\.no))$/,
  /^settings:printing\.papers\.a4$/,
  /^queue:priority\.normal$/,
  /^dashboard:(?:minutes|hours)$/,
  /^queue:span\.(?:minutes|hours)$/,
  /^ticket:priorities\.normal$/,
  /^ticket:attachments\.facts$/,
  /^ticket:reminder\.minutes$/,
  /^transfer:import\.encodings\.utf-(?:8|16le)$/,
  /^vault:keyrings\./,
];

/** Every text of a language by its `namespace:key`. */
function textsIn(language: string): Map<string, string> {
  const folder = join(import.meta.dirname, language);
  return new Map(
    readdirSync(folder).flatMap((file) =>
      leaves(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map(
        ([key, text]) => [`${file.replace('.json', '')}:${key}`, text] as const,
      ),
    ),
  );
}

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node !== 'object' || node === null) return [[path, String(node)]];
  return Object.entries(node).flatMap(([name, child]) =>
    leaves(child, path === '' ? name : `${path}.${name}`),
  );
}

/**
 * One word for each thing, in the windows and in what is read aloud to the customer. Each with the other words for it, which
 * would make two things of one.
 */
const OTHER_WORDS: Readonly<Record<string, readonly (readonly [word: string, others: RegExp])[]>> = {
  en: [
    ['spam folder', /\bjunk\b/i],
    ["let's", /\blet us\b/i],
    ['should', /\bshall\b/i],
  ],
  es: [
    ['dispositivo', /\b(?:equipo|aparato)s?\b/i],
    ['computadora', /\b(?:ordenador|computador)(?:es)?\b/i],
    ['caso', /\btickets?\b/i],
    ['dueño', /\bpropietari[oa]s?\b/i],
    ['grabador', /\bgrabadoras?\b/i],
    ['teléfono', /\b(?:móvil|celular)(?:es)?\b/i],
    ['restablecer', /\breset(?:ear|ee|eado|eo)\b/i],
    ['opción', /(?<!\ben )\bcaminos?\b|(?<!\p{L})vías?(?!\p{L})/iu],
    ['correo no deseado', /(?<!correo )\bno deseados?\b/i],
    ['haga clic en', /(?<!\p{L})pulse «/iu],
    ['app', /\baplicaci(?:ón|ones)\b/i],
    ['historial', /\bhistorias?\b/i],
    ['agregar', /(?<!\p{L})añad\p{L}+/iu],
    ['escanear', /\b(?:lea|lee|leer) (?:con|aquí|allí|el QR|el código de la pantalla)\b/i],
  ],
};

/** The same in procedures, questions and messages; the practice window has a program that is called so. */
const OTHER_WORDS_SPOKEN: typeof OTHER_WORDS = {
  en: [['e-mail account', /\bmailbox(?:es)?\b/i]],
  es: [['cuenta de correo', /(?<!\p{L})buz(?:ón|ones)(?!\p{L})/iu]],
};

/** What a language says outside the windows: procedures, questions, messages. Older versions stay as they were. */
function spokenIn(language: string): string[] {
  const files = [playbookFiles, partFiles, factFiles, questionFile, templateFiles];
  return files.flatMap((file) => localizedIn(file, language));
}

function localizedIn(node: unknown, language: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) =>
    name === language && typeof child === 'string' ? [child] : localizedIn(child, language),
  );
}

const pluralForm = /_(?:zero|one|two|few|many|other)$/;

/** The keys that a language must have: those of English, with a form for each of the language's own plurals. */
function keysFor(language: string, english: Iterable<string>): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const keys = [...english].flatMap((key) => {
    if (!pluralForm.test(key)) return [key];
    return pluralCategories.map((category) => key.replace(pluralForm, `_${category}`));
  });
  return [...new Set(keys)].toSorted();
}

/** The English text that says the same; for a plural that English does not have, its common one. */
function englishOf(key: string, english: ReadonlyMap<string, string>): string {
  return english.get(key) ?? english.get(key.replace(pluralForm, '_other')) ?? '';
}

/** False where there is nothing to translate: `{{width}} × {{height}}`. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''));
}

function variablesIn(text: string): string[] {
  return [...new Set(text.match(/\{\{[^}]*\}\}/g))].toSorted();
}

describe('languages', () => {
  it('are those that can be chosen', () => {
    expect(languages.toSorted()).toEqual(languageSchema.options.toSorted());
  });

  it.each(languages)('%s has one word for each thing', (language) => {
    const spoken = spokenIn(language);
    const faultsIn = (texts: readonly string[], words: typeof OTHER_WORDS) =>
      (words[language] ?? []).flatMap(([word, others]) =>
        texts
          .map((text) => text.replace(/\{[^}]*\}/g, ''))
          .filter((text) => others.test(text))
          .map((text) => `"${word}": ${text}`),
      );
    expect(faultsIn([...textsIn(language).values(), ...spoken], OTHER_WORDS)).toEqual([]);
    expect(faultsIn(spoken, OTHER_WORDS_SPOKEN)).toEqual([]);
  });

  describe.each(translations)('%s', (language) => {
    const english = textsIn('en');
    const texts = textsIn(language);
    const faulty = (isFaulty: (text: string, original: string, key: string) => boolean) =>
      [...texts].filter(([key, text]) => isFaulty(text, englishOf(key, english), key)).map(([key]) => key);

    it('has every text, and none that English does not have', () => {
      expect([...texts.keys()].toSorted()).toEqual(keysFor(language, english.keys()));
    });

    it('has the same variables in each text', () => {
      expect(faulty((text, original) => variablesIn(text).join() !== variablesIn(original).join())).toEqual(
        [],
      );
    });

    it('says something wherever English does', () => {
      expect(faulty((text, original) => (text.trim() === '') !== (original.trim() === ''))).toEqual([]);
    });

    it('left nothing in English that is not the same in any language', () => {
      const isAllowed = (key: string) => SAME_IN_ANY_LANGUAGE.some((allowed) => allowed.test(key));
      expect(faulty((text, original, key) => hasWords(text) && text === original && !isAllowed(key))).toEqual(
        [],
      );
    });
  });
});
