/** What somebody or something typed into the window without a field. `brokeOff`: a scanner began and stopped after so many keys. */
export type TypedText =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'brokeOff'; readonly count: number };

/** `unreadable`: a scanner's text that makes no sense. */
export type TypedNews = TypedText | { readonly kind: 'unreadable' };
