import type { MarkedText } from '../../../core/search-marks.ts';
import classes from './Palette.module.css';

/** A text with what the search found in it. */
export function Marked({ value: { text, marks } }: { readonly value: MarkedText }) {
  const ends = [0, ...marks.map(([, to]) => to)];
  return (
    <>
      {marks.map(([from, to], index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <mark className={classes['mark']}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
