import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSort, QueueView } from '../../../../core/queue/view.ts';
import classes from './QueueGrid.module.css';

type Props = {
  readonly view: QueueView;
  /** The order that was just pressed for in the list before this one, whose button had the focus. */
  readonly pressed: QueueSort | null;
  readonly onSort: (sort: QueueSort) => void;
  readonly picked: { readonly count: number; readonly onAll: () => void; readonly onNone: () => void };
};

type Column = { readonly name: string; readonly sort: QueueSort | null };

/** What comes first in a lane is told first: the next act, or how it ended and when. */
const FIRST: Readonly<Record<'open' | 'closed', Column>> = {
  open: { name: 'next', sort: 'next' },
  closed: { name: 'ended', sort: 'changed' },
};

const OTHERS: readonly Column[] = [
  { name: 'customer', sort: 'customer' },
  { name: 'device', sort: null },
  { name: 'step', sort: null },
  { name: 'owner', sort: null },
  { name: 'ticket', sort: 'opened' },
];

/** The columns; the ones with an order are pressed for it, and once more for the other way round. */
export function GridHead({ view, pressed, onSort, picked }: Props) {
  const { t } = useTranslation('queue');
  const pressedRef = useRef<HTMLButtonElement>(null);
  // A list that takes the place of another goes on with its focus.
  useEffect(() => {
    if (document.activeElement === document.body) pressedRef.current?.focus();
  }, []);
  return (
    <tr aria-rowindex={1} className={classes['head']}>
      <th scope="col" data-column="select">
        <input
          type="checkbox"
          aria-label={t('bulk.all')}
          checked={picked.count > 0}
          onChange={picked.count > 0 ? picked.onNone : picked.onAll}
        />
      </th>
      {[FIRST[view.lane === 'closed' ? 'closed' : 'open'], ...OTHERS].map(({ name, sort }) => (
        <th
          key={name}
          scope="col"
          data-column={name === 'ended' ? 'next' : name}
          aria-sort={ariaSort(view, sort)}
        >
          {sort === null ? (
            t(`columns.${name}`)
          ) : (
            <button
              ref={sort === pressed ? pressedRef : null}
              type="button"
              title={t(`sort.by.${sort}`)}
              onClick={() => onSort(sort)}
            >
              {t(`columns.${name}`)}
              {view.sort === sort && <Direction view={view} />}
            </button>
          )}
        </th>
      ))}
    </tr>
  );
}

function Direction({ view }: { readonly view: QueueView }) {
  const Icon = isAscending(view) ? IconArrowUp : IconArrowDown;
  return <Icon aria-hidden size={14} />;
}

/** Times, numbers and urgency fall in their useful direction; names and the next act rise. */
function isAscending({ sort, isReversed }: QueueView): boolean {
  return (sort === 'next' || sort === 'customer') !== isReversed;
}

function ariaSort(view: QueueView, sort: QueueSort | null): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === null) return undefined;
  if (view.sort !== sort) return 'none';
  return isAscending(view) ? 'ascending' : 'descending';
}
