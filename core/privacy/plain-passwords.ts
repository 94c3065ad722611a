import type { FoundSecret } from './found-secret.ts';
import { passwordName } from './named-secrets.ts';
import { saysHowItIs } from './state-words.ts';
import { isDate, isUnit } from './word-shapes.ts';

/** Which password it is: "contraseña nueva", "password for the recorder", "password (new)". */
const which =
  '(?:[^\\S\\n]*\\([^()\\n]{1,20}\\)|[^\\S\\n]+(?:nueva|vieja|actual|temporal|new|old|current|(?:de la|del?|of the|of|for the|for|para el|para la|para|für)[^\\S\\n]+[\\p{L}\\p{N}-]+))*';

/** Signs and verbs that let a value follow, the surest first; the cells of a table are parted by `|` or a tab. */
const signs = '["\')]?[^\\S\\n]*(?:[:：=→|\\t]|[-=]>|[-–—](?=[^\\S\\n]))[^\\S\\n]*(?:\\n[^\\S\\n]*)?';
const becomes =
  '[^\\S\\n]+(?:(?:is|was)[^\\S\\n]+(?:now|set to|changed to|as follows)|(?:set|changed|reset)[^\\S\\n]+to|now|es ahora|ahora es|(?:se )?cambió a|cambiada (?:a|por)|queda como|ist jetzt|geändert auf|lautet)[^\\S\\n]*[:：]?[^\\S\\n]+';
const is = '[^\\S\\n]+(?:is|was|will be|es|era|será|ist|war|wird)[^\\S\\n]+';
const blank = '[^\\S\\n]+';

const value = '(["\'“”«]?)([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}!@#$%&*+=?_-]{3,63})';
/** The clause ends with it, or goes on with who uses it or that it works: otherwise it is the first word of a sentence. */
const ends =
  '(?=["\'“”»]|[^\\S\\n]*(?:$|[\\n\\t|,;.!?()]|[-–—][^\\S\\n])|[^\\S\\n]+(?:user|usuario|benutzer|login|works|worked|funciona|funcionó)(?![\\p{L}\\p{N}]))';

/** Names that nothing but a password has, so that no sign need stand behind them: "pw sunshine". */
const shortName = /^p\/?wd?$/iu;

/** In Spanish also what matters: "la clave es paciencia", "palabra clave: urgente". */
const keyWord = /^clave$/iu;
const otherKey = /(?:palabras?|puntos?|fechas?|datos?|factor(?:es)?|personas?|preguntas?|temas?)[^\S\n]+$/iu;

/** Words of a language, or short ones with digits, that are called a password: "password: sunshine". Sentences about one are none. */
export function findPlainPasswords(text: string): readonly FoundSecret[] {
  return [...text.matchAll(new RegExp(passwordName, 'giu'))].flatMap(({ 0: name, index }) => {
    if (keyWord.test(name) && otherKey.test(text.slice(0, index))) return [];
    const at = index + name.length;
    const found =
      valueBehind(text, at, `${which}(?:${signs}|${becomes})`, canBeWord) ??
      valueBehind(text, at, `${which}${is}`, (word, isQuoted) =>
        keyWord.test(name) ? isQuoted || stands(word) : canBeWord(word, isQuoted) && !isPredicate(word),
      ) ??
      (shortName.test(name) ? valueBehind(text, at, blank, canBeWord) : null);
    return found === null ? [] : [found];
  });
}

type IsValue = (word: string, isQuoted: boolean) => boolean;

function valueBehind(text: string, at: number, way: string, isValue: IsValue): FoundSecret | null {
  const pattern = new RegExp(`${way}${value}${ends}`, 'iuy');
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const [, quote = '', word = ''] = match ?? [];
  if (match === null || !isValue(word, quote !== '')) return null;
  const to = match.index + match[0].length;
  return { kind: 'password', from: to - word.length, to };
}

function canBeWord(word: string, isQuoted: boolean): boolean {
  if (/^(?:19|20)\d\d$/.test(word) || isDate(word) || isUnit(word)) return false;
  return isQuoted || !saysHowItIs(word);
}

/** A name, or no word at all: nothing that a sentence goes on with. */
function stands(word: string): boolean {
  return (/^\p{Lu}/u.test(word) || /\d/.test(word)) && canBeWord(word, false);
}

/** What is said of a password, by its ending: "important", "difícil". */
function isPredicate(word: string): boolean {
  return /^\p{Ll}+(?:ed|ing|able|ible|ful|less|ive|ous|ant|ent|al|ic|ary|[aeiu]d[oa]s?|ando|iendo|ante|ente|ísim[oa]|os[oa]|iv[oa]|il)$/u.test(
    word,
  );
}
