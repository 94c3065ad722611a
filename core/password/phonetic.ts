import type { Language } from '../values.ts';
import { type CharacterType, characterTypeOf } from './characters.ts';

export interface SpelledCharacter {
  readonly character: string;
  /** Read aloud: "capital Charlie", "small x-ray", "digit seven", "dollar sign". */
  readonly words: string;
}

interface Alphabet {
  readonly letters: readonly string[];
  readonly digits: readonly string[];
  readonly signs: Readonly<Record<string, string>>;
  /** How a letter or digit is announced, so that case is never guessed. */
  readonly announce: Readonly<Record<Exclude<CharacterType, 'special'>, string>>;
  readonly unknown: string;
}

/** The ICAO/NATO words, which call-centre staff and customers know best. */
const english: Alphabet = {
  letters: (
    'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike ' +
    'November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'
  ).split(' '),
  digits: 'zero one two three four five six seven eight nine'.split(' '),
  signs: {
    ' ': 'space',
    '!': 'exclamation mark',
    '"': 'double quotation mark',
    '#': 'hash sign',
    $: 'dollar sign',
    '%': 'percent sign',
    '&': 'ampersand',
    "'": 'apostrophe',
    '(': 'opening round bracket',
    ')': 'closing round bracket',
    '*': 'asterisk',
    '+': 'plus sign',
    ',': 'comma',
    '-': 'hyphen',
    '.': 'full stop',
    '/': 'forward slash',
    ':': 'colon',
    ';': 'semicolon',
    '<': 'less-than sign',
    '=': 'equals sign',
    '>': 'greater-than sign',
    '?': 'question mark',
    '@': 'at sign',
    '[': 'opening square bracket',
    '\\': 'backslash',
    ']': 'closing square bracket',
    '^': 'caret',
    _: 'underscore',
    '`': 'backtick',
    '{': 'opening curly bracket',
    '|': 'vertical bar',
    '}': 'closing curly bracket',
    '~': 'tilde',
  },
  announce: { upper: 'capital', lower: 'small', digit: 'digit' },
  unknown: 'a character that is not on the keyboard',
};

/** The words of the Spanish telephone service's table, known in Spain and understood in Latin America. */
const spanish: Alphabet = {
  letters: (
    'Antonio Barcelona Carmen Dolores Enrique Francia Gerona Historia Inés José Kilo Lorenzo Madrid ' +
    'Navarra Oviedo París Querido Ramón Sábado Toledo Ulises Valencia Washington Xilófono Yegua Zaragoza'
  ).split(' '),
  digits: 'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' '),
  signs: {
    ' ': 'espacio',
    '!': 'cierre de exclamación',
    '"': 'comillas dobles',
    '#': 'almohadilla',
    $: 'signo de dólar',
    '%': 'tanto por ciento',
    '&': 'signo et',
    "'": 'apóstrofo',
    '(': 'abre paréntesis',
    ')': 'cierra paréntesis',
    '*': 'asterisco',
    '+': 'signo más',
    ',': 'coma',
    '-': 'guion',
    '.': 'punto',
    '/': 'barra inclinada',
    ':': 'dos puntos',
    ';': 'punto y coma',
    '<': 'signo menor que',
    '=': 'signo igual',
    '>': 'signo mayor que',
    '?': 'cierre de interrogación',
    '@': 'arroba',
    '[': 'abre corchete',
    '\\': 'barra invertida',
    ']': 'cierra corchete',
    '^': 'acento circunflejo',
    _: 'guion bajo',
    '`': 'acento grave',
    '{': 'abre llave',
    '|': 'barra vertical',
    '}': 'cierra llave',
    '~': 'virgulilla',
  },
  announce: { upper: 'mayúscula', lower: 'minúscula', digit: 'número' },
  unknown: 'un carácter que no está en el teclado',
};

const alphabets: Readonly<Record<Language, Alphabet>> = { en: english, es: spanish };

/** Spells a code or password for reading aloud, one entry a character. Small letters are spoken in small letters. */
export function spell(text: string, language: Language): readonly SpelledCharacter[] {
  const alphabet = alphabets[language];
  return [...text].map((character) => ({ character, words: wordsFor(character, alphabet) }));
}

function wordsFor(character: string, alphabet: Alphabet): string {
  const type = characterTypeOf(character);
  if (type === 'digit') return `${alphabet.announce.digit} ${alphabet.digits[Number(character)] ?? ''}`;
  if (type === 'upper' || type === 'lower') {
    const word = alphabet.letters[character.toUpperCase().charCodeAt(0) - 65] ?? '';
    return `${alphabet.announce[type]} ${type === 'upper' ? word : word.toLowerCase()}`;
  }
  return Object.hasOwn(alphabet.signs, character) ? (alphabet.signs[character] ?? '') : alphabet.unknown;
}
