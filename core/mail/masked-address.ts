/** Whether an address can be the one that a device shows partly hidden; `unclear` while either of them is not whole. */
export type MaskFit = 'fits' | 'differs' | 'unclear';

/** Whatever a device hides letters with; text readers and agents write it in other ways. */
const hidden = /[*•●∙·…]+/;

/**
 * Compares only what is shown: what stands before, between and behind the hidden letters. How many stars there are says nothing,
 * and capitals count as small letters.
 *
 * @param masked as the device shows it: `a***@e****.com`
 */
export function compareWithMask(masked: string, address: string): MaskFit {
  const shown = masked.trim().toLowerCase();
  const whole = address.trim().toLowerCase();
  if (!/^[^@]+@[^@]+$/.test(shown) || !/\p{L}|\d/u.test(shown)) return 'unclear';
  if (!/^[^@\s]+@[^@\s.]+\.[^@\s]*[^@\s.]$/.test(whole)) return 'unclear';
  const pieces = shown.split(hidden).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('[^@]*')}$`, 'u').test(whole) ? 'fits' : 'differs';
}
