import { VisuallyHidden } from '@mantine/core';
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
};

const COLUMNS = [
  { name: 'ticket', sort: 'opened' },
  { name: 'status', sort: 'nextEvent' },
  { name: 'customer', sort: 'customer' },
  { name: 'device', sort: null },
  { name: 'step', sort: null },
  { name: 'owner', sort: null },
  { name: 'changed', sort: 'changed' },
] as const;

/** The columns; the ones with an order are pressed for it, and once more for the other way round. */
export function GridHead({ view, pressed, onSort }: Props) {
  const { t } = useTranslation('queue');
  const pressedRef = useRef<HTMLButtonElement>(null);
  // A list that takes the place of another goes on with its focus.
  useEffect(() => {
    if (document.activeElement === document.body) pressedRef.current?.focus();
  }, []);
  return (
    <tr aria-rowindex={1} className={classes['head']}>
      <th scope="col" data-column="select">
        <VisuallyHidden>{t('columns.select')}</VisuallyHidden>
      </th>
      {COLUMNS.map(({ name, sort }) => (
        <th key={name} scope="col" data-column={name} aria-sort={ariaSort(view, sort)}>
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

/** Times, numbers and urgency fall in their useful direction; names and the next event rise. */
function isAscending({ sort, isReversed }: QueueView): boolean {
  return (sort === 'nextEvent' || sort === 'customer') !== isReversed;
}

function ariaSort(view: QueueView, sort: QueueSort | null): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === null) return undefined;
  if (view.sort !== sort) return 'none';
  return isAscending(view) ? 'ascending' : 'descending';
}
