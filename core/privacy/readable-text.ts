/** A text as a person reads it, and where each of its signs stands in the original. */
export interface ReadableText {
  readonly text: string;
  /** The UTF-16 places in the original of a part of `text`; `to` exclusive. */
  readonly placeOf: (part: { readonly from: number; readonly to: number }) => {
    readonly from: number;
    readonly to: number;
  };
}

/** What is not seen: signs without a width or that turn the direction of writing, soft hyphens, and the tags of text that was copied as a web page. */
const unseen =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]|<\/?(?:a|b|br|div|em|font|h[1-6]|i|p|span|strong|t[dhr]|u)(?:\s[^<>\n]{0,200})?\/?>/giu;

/** Letters, digits and signs as wide as Chinese ones. */
const wide = /[\uff01-\uff5e]/gu;
const fromWide = 0xff01 - 0x21;

/** A code or a password is the same to its reader with such signs in it, so it has to be found with them, too. */
export function readableText(original: string): ReadableText {
  const places: number[] = [];
  const seen: string[] = [];
  let at = 0;
  const keep = (end: number) => {
    for (let place = at; place < end; place += 1) places.push(place);
    seen.push(original.slice(at, end));
  };
  for (const { 0: hidden, index } of original.matchAll(unseen)) {
    keep(index);
    at = index + hidden.length;
  }
  keep(original.length);
  const text = seen.join('').replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - fromWide));
  return {
    text,
    placeOf: ({ from, to }) => ({ from: places[from] ?? at, to: (places[to - 1] ?? at) + 1 }),
  };
}
