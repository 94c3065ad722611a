/** How an address that was read to the agent compares with those that the vendor's texts name. */
export type AddressMatch = 'known' | 'similar' | 'other';

/** So many characters apart is a slip of the tongue or the keyboard rather than another mailbox. */
const SLIP = 3;

/** `similar` is worth asking again for: most likely one character was misread. */
export function matchAddress(address: string, known: readonly string[]): AddressMatch {
  const typed = address.trim().toLowerCase();
  const distances = known.map((one) => distance(typed, one.toLowerCase()));
  const nearest = Math.min(Number.POSITIVE_INFINITY, ...distances);
  if (nearest === 0) return 'known';
  return nearest <= SLIP ? 'similar' : 'other';
}

/** Characters to add, drop or change (Levenshtein); addresses are short, so one row at a time is enough. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= right.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
