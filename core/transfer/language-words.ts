import { searchKey } from '../search-text.ts';
import { type Language, languageSchema } from '../values.ts';

/** Languages that callers speak, by their two-letter codes. */
const spoken =
  'en es de fr it pt nl pl ru zh ja ko ar tr uk cs sk hu ro bg el sv da nb no fi et lv lt hr sr sl bs sq mk ca eu gl he hi bn ur fa ta te mr gu pa th vi id ms tl sw am ka hy az kk uz';

/** The languages that tables name them in: those whose headings are known. */
const namedIn = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'pl', 'ru', 'zh', 'ja'];

/** What people write and no dictionary of names has. */
const other: Readonly<Record<string, string>> = { castellano: 'es', mandarin: 'zh', farsi: 'fa' };

/**
 * What a cell says about the language: one of ours, another one (`foreign`), none (null), or nothing that is known as a
 * language (undefined).
 */
export function readLanguage(cell: string): Language | 'foreign' | null | undefined {
  const key = searchKey(cell);
  if (key === '') return null;
  const code = namesOfLanguages().get(key) ?? codeOf(cell.trim());
  if (code === undefined) return undefined;
  return languageSchema.safeParse(code).data ?? 'foreign';
}

/** Of a code such as "de", "DE", "de-DE", "de_AT", "deu". */
function codeOf(cell: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(cell)) return undefined;
  const [tag] = Intl.getCanonicalLocales(cell.replaceAll('_', '-').toLowerCase());
  const [code = ''] = (tag ?? '').split('-');
  return spoken.split(' ').includes(code) ? code : undefined;
}

/** Made when first asked for: a thousand names. */
let names: ReadonlyMap<string, string> | null = null;

function namesOfLanguages(): ReadonlyMap<string, string> {
  names ??= new Map([...spoken.split(' ').flatMap(namesOf), ...Object.entries(other)]);
  return names;
}

/** In each of those languages, and in itself. */
function namesOf(code: string): [string, string][] {
  return [...namedIn, code].map((language) => {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
    return [searchKey(name), code];
  });
}
