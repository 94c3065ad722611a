/** Whether an address can be the one that a device shows partly hidden; `unclear` while either of them is not whole. */
export type MaskFit = 'fits' | 'differs' | 'unclear';

/** Whatever a device hides letters with, and what text readers and agents write for it. A single dot, line or x is part of the address. */
const hidden = /(?:[*•●∙·∗×■█?#]|\.{2,}|_{2,}|-{2,}|x{3,})+/;

/** What stands between the hidden letters; anything else is a remark, or a sign for them that is not known here. */
const shownPiece = /^[\p{L}\d@.!$%&'+/=^_`{|}~-]*$/u;

/**
 * Compares only what is shown: what stands before, between and behind the hidden letters. How many stars there are says nothing,
 * capitals count as small letters, and full-width signs as narrow ones. A mask with blanks may hold other words, so it never differs.
 *
 * @param masked as the device shows it: `a***@e****.com`
 */
export function compareWithMask(masked: string, address: string): MaskFit {
  const shown = narrow(masked);
  const whole = narrow(address);
  if (!/^[^@\s]+@[^@\s.]+\.[^@\s]*[^@\s.]$/.test(whole)) return 'unclear';
  const words = shown.split(/\s+/);
  if (words.length === 1) return compareWord(shown, whole);
  return [words.join(''), ...words].some((word) => compareWord(word, whole) === 'fits') ? 'fits' : 'unclear';
}

/**
 * What can be said of the customer's accounts: of the typed one whether it fits, and without it which of the saved ones do. That
 * a saved one does not fit says nothing: many customers have several.
 */
export function judgeMailboxes(
  masked: string,
  typed: string,
  saved: readonly string[],
): readonly { readonly address: string; readonly fit: Exclude<MaskFit, 'unclear'> }[] {
  const isTyped = typed.trim() !== '';
  return (isTyped ? [typed.trim()] : saved).flatMap((address) => {
    const fit = compareWithMask(masked, address);
    return fit === 'fits' || (fit === 'differs' && isTyped) ? [{ address, fit }] : [];
  });
}

function compareWord(mask: string, address: string): MaskFit {
  const pieces = mask.split(hidden);
  if (!/^[^@]+@[^@]+$/.test(mask) || !pieces.some((piece) => /\p{L}|\d/u.test(piece))) return 'unclear';
  if (!pieces.every((piece) => shownPiece.test(piece))) return 'unclear';
  const literal = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^@]*')}$`, 'u').test(address) ? 'fits' : 'differs';
}

/** `＊` becomes `*`, `＠` becomes `@`, `…` becomes three dots. */
function narrow(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
