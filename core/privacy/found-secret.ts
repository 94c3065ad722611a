/**
 * What must not be kept. `codeMail`: the code in a vendor's mail. `label`: a secret field of a device's label. `recoveryKey`: the
 * desk's own. `code`: a text that is called a code. `password`: one that is called a password, or made like one.
 */
export type SecretKind = 'codeMail' | 'label' | 'recoveryKey' | 'code' | 'password';

/** A part of a text: UTF-16 places, `to` exclusive. */
export interface FoundSecret {
  readonly kind: SecretKind;
  readonly from: number;
  readonly to: number;
}

/** A word of a text at its place. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** "code 8kTm3vQz.png": names of files are own words as well. */
const fileType = /\.(?:pdf|jpe?g|png|webp|heic|gif|txt|eml|msg|docx?|xlsx?|csv|zip)$/iu;

/** Words between blanks, without the types of files and the quotation marks, brackets and stops around them. */
export function wordsOf(text: string, offset = 0): readonly Word[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/^["'“”‘’«»„([{<]+/u, '');
    const from = offset + index + word.length - bare.length;
    const end = bare.replace(/["'“”‘’«»)\]}>.,;:]+$/u, '').replace(fileType, '');
    return end === '' ? [] : [{ text: end, from, to: from + end.length }];
  });
}
