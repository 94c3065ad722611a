/** The vendor counts these four. Source: domain note 4. */
export type CharacterType = 'upper' | 'lower' | 'digit' | 'special';

/** The type of one printable ASCII character other than the space; null for everything else. */
export function characterTypeOf(character: string): CharacterType | null {
  if (/^[A-Z]$/.test(character)) return 'upper';
  if (/^[a-z]$/.test(character)) return 'lower';
  if (/^[0-9]$/.test(character)) return 'digit';
  return /^[!-~]$/.test(character) ? 'special' : null;
}
