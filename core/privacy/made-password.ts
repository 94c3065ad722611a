import { type FoundSecret, wordsOf } from './found-secret.ts';

/** As `generatePassword` makes them: small letters, then digits, capitals and signs in short runs; no look-alikes, 14 in all. */
const generated =
  /^(?=.{14}$)[abcdefghjkmnpqrstuvwxyz]{5,}[34679]{2,3}(?:[ACDEFGHJKLMNPQRTUVWXY]{2,3}(?:[#*+\-@!%=?]{2,3})?)?$/;

/** Passwords that nobody calls one: made by the desk, or of four kinds of characters. */
export function findMadePasswords(text: string): readonly FoundSecret[] {
  return wordsOf(text)
    .filter(({ text: word }) => generated.test(word) || isMixed(word))
    .map(({ from, to }) => ({ kind: 'password', from, to }));
}

/** Small and capital letters, digits and a sign that neither numbers, addresses nor names of files have. */
function isMixed(word: string): boolean {
  return (
    word.length >= 8 &&
    word.length <= 32 &&
    !/^[{<]|@\S+\.|:\/\/|^fritz!/iu.test(word) &&
    [/[a-z]/, /[A-Z]/, /\d/, /[#*+!%=?$&^@]/].every((kind) => kind.test(word))
  );
}
