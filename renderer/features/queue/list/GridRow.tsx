import { type MouseEvent, memo } from 'react';
import type { QueueRow } from '../../../../core/contract/queue-calls.ts';
import { ActMark } from './ActMark.tsx';
import { PriorityMark } from './PriorityMark.tsx';
import classes from './QueueGrid.module.css';
import type { RowWords } from './use-row-words.ts';

type Props = {
  readonly row: QueueRow;
  readonly words: RowWords;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly selectLabel: string;
  readonly onFocusRow: (index: number) => void;
  readonly onOpen: (ticketId: string) => void;
  readonly onPick: (row: QueueRow, index: number, isRange: boolean) => void;
};

/** One ticket of the queue. Its link covers the whole row. Plain elements only: forty of them come up with one turn of a wheel. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, words, index, top, isActive, isSelected } = props;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    props.onOpen(row.id);
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-active={isActive}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td data-column="select">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={props.selectLabel}
          checked={isSelected}
          onClick={(event) => props.onPick(row, index, event.shiftKey)}
          onChange={() => undefined}
        />
      </td>
      <td data-column="next">
        <ActMark act={words.act} time={words.time} text={words.actText} when={words.when} />
      </td>
      <td data-column="customer" className={classes['lines']}>
        {row.customerName === '' ? (
          <span data-quiet>{words.customer}</span>
        ) : (
          <strong>{words.customer}</strong>
        )}
        <small>{row.customerPhone}</small>
      </td>
      <td data-column="device" className={classes['lines']}>
        <span data-quiet={row.serial === null || undefined}>{words.device}</span>
        <small className="rd-mono">{words.serial}</small>
      </td>
      <td data-column="step" className={classes['lines']}>
        <span>{words.step}</span>
        <small>{words.stepCount}</small>
      </td>
      <td data-column="owner" className={classes['lines']}>
        <span data-quiet={row.assignee === null || undefined}>{words.owner}</span>
        <small>{words.tags}</small>
      </td>
      <td data-column="ticket" className={classes['lines']}>
        <a
          className={classes['link']}
          href={`#/ticket/${row.id}`}
          aria-label={`#${row.number} ${words.customer}`}
          tabIndex={isActive ? 0 : -1}
          onFocus={() => props.onFocusRow(index)}
          onClick={open}
        >
          #{row.number}
        </a>
        <PriorityMark priority={row.priority} text={words.priority} />
      </td>
    </tr>
  );
}, isSame);

/** The words are made anew for every drawing; they are compared by what they say. */
function isSame(before: Props, after: Props): boolean {
  const { words: wordsBefore, ...restBefore } = before;
  const { words, ...rest } = after;
  return isShallowSame(restBefore, rest) && isShallowSame(wordsBefore, words);
}

function isShallowSame(before: object, after: object): boolean {
  const values = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).every(([name, value]) => Object.is(values.get(name), value));
}
