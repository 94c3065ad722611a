import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { baseFor, fromWindow, toWindow, windowRows } from './scroll-map.ts';

type Options = {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly total: number;
  /** All rows are as high, in CSS pixels. */
  readonly rowHeight: number;
  /** What stands over the first row and stays when it is scrolled, in CSS pixels. */
  readonly headHeight: number;
  /** A row that stays in the page although it is out of sight, because it has the focus; null for none. */
  readonly keptIndex: number | null;
  /** Where to begin. */
  readonly firstIndex: number;
};

export type ScrollWindow = {
  /** The rows to draw: which of the list, and how far from the top of the box that is `height` high. */
  readonly items: readonly { readonly index: number; readonly top: number }[];
  readonly height: number;
  /** The rows in sight. */
  readonly first: number;
  readonly last: number;
  /** Brings a row into sight, moving no more than needed when it is near. */
  readonly reveal: (index: number) => void;
  /** Moves along with rows whose indexes have changed. */
  readonly moveBy: (rows: number) => void;
};

/** More than so many screens in one movement is a drag of the scroll bar. */
const JUMP_SCREENS = 3;
const OVERSCAN_ROWS = 6;
/** After this long without scrolling, the bar is put where it belongs. */
const SETTLE_MS = 200;

/** Draws only the rows in sight, of lists of any length. */
export function useScrollWindow(options: Options): ScrollWindow {
  const { scrollerRef, total, rowHeight, headHeight, keptIndex, firstIndex } = options;
  const count = windowRows(total);
  const [base, setBase] = useState(() => baseFor(firstIndex, toWindow(firstIndex, total), total));
  const shownBase = Math.min(base, total - count);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
    initialOffset: () => (firstIndex - shownBase) * rowHeight,
    rangeExtractor: useCallback(
      (range: { startIndex: number; endIndex: number; overscan: number; count: number }) =>
        indexesOf(range, keptIndex === null ? null : keptIndex - shownBase),
      [keptIndex, shownBase],
    ),
  });
  const bar = useBar({ ...options, virtualizer, base: shownBase, setBase });
  const items = virtualizer
    .getVirtualItems()
    .map((item) => ({ index: shownBase + item.index, top: item.start - headHeight }));
  const top = (virtualizer.scrollOffset ?? 0) / rowHeight;
  const rowsInSight = ((virtualizer.scrollRect?.height ?? 0) - headHeight) / rowHeight;
  return {
    items,
    height: count * rowHeight,
    first: shownBase + Math.floor(top),
    last: Math.max(0, Math.min(total, shownBase + Math.ceil(top + rowsInSight)) - 1),
    ...bar,
  };
}

function indexesOf(
  {
    startIndex,
    endIndex,
    overscan,
    count,
  }: { startIndex: number; endIndex: number; overscan: number; count: number },
  kept: number | null,
): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
  if (kept === null || kept < 0 || kept >= count || (kept >= from && kept <= to)) return indexes;
  return kept < from ? [kept, ...indexes] : [...indexes, kept];
}

type BarOptions = Options & {
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>;
  readonly base: number;
  readonly setBase: (base: number) => void;
};

/** Keeps the scroll bar and the list together: drags go far, everything else goes row by row. */
function useBar(options: BarOptions): Pick<ScrollWindow, 'reveal' | 'moveBy'> {
  const { scrollerRef } = options;
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const lastTop = useRef(0);

  const place = useCallback(
    (base: number, position: number) => {
      const scroller = scrollerRef.current;
      if (scroller === null) return;
      const { rowHeight, setBase } = latest.current;
      flushSync(() => setBase(base));
      scroller.scrollTop = position * rowHeight;
      lastTop.current = scroller.scrollTop;
    },
    [scrollerRef],
  );

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      const { rowHeight, total, base, setBase } = latest.current;
      if (total === windowRows(total)) return;
      const position = scroller.scrollTop / rowHeight;
      const isJump = Math.abs(scroller.scrollTop - lastTop.current) > JUMP_SCREENS * scroller.clientHeight;
      lastTop.current = scroller.scrollTop;
      if (isJump) setBase(baseFor(fromWindow(position, total), position, total));
      clearTimeout(settling);
      const index = isJump ? fromWindow(position, total) : base + position;
      settling = setTimeout(() => {
        const goal = toWindow(index, total);
        const settled = baseFor(index, goal, total);
        if (settled !== latest.current.base) place(settled, index - settled);
      }, SETTLE_MS);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(settling);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [scrollerRef, place]);

  const reveal = useCallback(
    (index: number) => {
      const { total, base, virtualizer, rowHeight, headHeight } = latest.current;
      const inWindow = index - base;
      const rows = Math.floor(((scrollerRef.current?.clientHeight ?? 0) - headHeight) / rowHeight);
      const top = (scrollerRef.current?.scrollTop ?? 0) / rowHeight;
      const isNear = Math.abs(inWindow - top) < JUMP_SCREENS * Math.max(rows, 1);
      if (inWindow >= 0 && inWindow < windowRows(total) && (isNear || total === windowRows(total))) {
        virtualizer.scrollToIndex(inWindow, { align: 'auto' });
        return;
      }
      const first = Math.max(0, index < base + top ? index : index - rows + 1);
      const settled = baseFor(first, toWindow(first, total), total);
      place(settled, first - settled);
    },
    [place, scrollerRef],
  );

  const moveBy = useCallback(
    (rows: number) => {
      const { base, rowHeight, total } = latest.current;
      const index = base + (scrollerRef.current?.scrollTop ?? 0) / rowHeight + rows;
      const settled = baseFor(index, toWindow(index, total), total);
      place(settled, index - settled);
    },
    [place, scrollerRef],
  );
  return { reveal, moveBy };
}
