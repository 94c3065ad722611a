/** The keys that print something on a US keyboard, row by row; the layouts below name what is printed at the same places. */
const PLACES: readonly string[] = [
  ...['Backquote', ...Array.from('1234567890', (digit) => `Digit${digit}`), 'Minus', 'Equal'],
  ...[...Array.from('QWERTYUIOP', (letter) => `Key${letter}`), 'BracketLeft', 'BracketRight', 'Backslash'],
  ...[...Array.from('ASDFGHJKL', (letter) => `Key${letter}`), 'Semicolon', 'Quote'],
  ...[...Array.from('ZXCVBNM', (letter) => `Key${letter}`), 'Comma', 'Period', 'Slash'],
];

interface Layout {
  readonly plain: string;
  readonly shifted: string;
  /** Accent keys, which print nothing by themselves. */
  readonly dead: string;
}

export const LAYOUTS = {
  qwerty: {
    plain: "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    shifted: '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
    dead: '',
  },
  azerty: {
    plain: '²&é"\'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!',
    shifted: '³1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§',
    dead: '^¨',
  },
  qwertz: {
    plain: '^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-',
    shifted: '°!"§$%&/()=?`QWERTZUIOPÜ*\'ASDFGHJKLÖÄYXCVBNM;:_',
    dead: '^´`',
  },
  dvorak: {
    plain: "`1234567890[]',.pyfgcrl/=\\aoeuidhtns-;qjkxbmwvz",
    shifted: '~!@#$%^&*(){}"<>PYFGCRL?+|AOEUIDHTNS_:QJKXBMWVZ',
    dead: '',
  },
  cyrillic: {
    plain: 'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.',
    shifted: 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
    dead: '',
  },
} as const satisfies Readonly<Record<string, Layout>>;

export type LayoutName = keyof typeof LAYOUTS;

/** `KeyboardEvent.key` of a place on this layout; CapsLock turns the case of letters round. */
export function printedAt(
  code: string,
  isShifted: boolean,
  layout: LayoutName,
  hasCapsLock: boolean,
): string {
  if (code === 'Space') return ' ';
  const { plain, shifted, dead } = LAYOUTS[layout];
  const character = [...(isShifted ? shifted : plain)][PLACES.indexOf(code)] ?? 'Unidentified';
  if (dead.includes(character)) return 'Dead';
  if (!hasCapsLock || !/^\p{L}$/u.test(character)) return character;
  const turned = isShifted ? character.toLowerCase() : character.toUpperCase();
  return turned.length === 1 ? turned : character;
}

/** Where a character is on this layout; null where it has no key of its own. */
export function placeOn(character: string, layout: LayoutName): { code: string; isShifted: boolean } | null {
  const { plain, shifted } = LAYOUTS[layout];
  if (character === ' ') return { code: 'Space', isShifted: false };
  const at = [...plain].indexOf(character);
  if (at >= 0) return { code: PLACES[at] ?? '', isShifted: false };
  const shiftedAt = [...shifted].indexOf(character);
  return shiftedAt < 0 ? null : { code: PLACES[shiftedAt] ?? '', isShifted: true };
}
