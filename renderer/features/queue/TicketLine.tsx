import { Text, VisuallyHidden } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../core/contract/records.ts';
import { timeAgo } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { StatusCell } from './StatusCell.tsx';
import classes from './TicketTable.module.css';
import { rowLinkId } from './use-row-selection.ts';

type Props = {
  readonly row: TicketRow;
  /** Null for a closed ticket. */
  readonly stepTitle: string | null;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
};

/** One ticket of the queue. Its link covers the whole row. */
export function TicketLine({ row, stepTitle, isSelected, onSelect, onOpen }: Props) {
  const { t } = useTranslation('queue');
  const customer = row.customerName === '' ? t('noCustomer') : row.customerName;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onOpen();
  };
  return (
    <tr data-selected={isSelected}>
      <td data-column="ticket">
        <a
          id={rowLinkId(row.id)}
          className={classes['link']}
          href={`#/ticket/${row.id}`}
          onFocus={onSelect}
          onClick={open}
        >
          #{row.number}
          <VisuallyHidden> {customer}</VisuallyHidden>
        </a>
      </td>
      <td data-column="status">
        <StatusCell row={row} />
      </td>
      <td data-column="customer">
        <Text
          size="sm"
          fw={row.customerName === '' ? 400 : 600}
          {...(row.customerName === '' && { c: 'dimmed' })}
        >
          {customer}
        </Text>
        <Text size="xs" c="dimmed">
          {row.customerPhone}
        </Text>
      </td>
      <td data-column="device">
        <Device row={row} />
      </td>
      {stepTitle !== null && (
        <td data-column="step">
          <Text size="sm">{stepTitle}</Text>
        </td>
      )}
      <td data-column="updated">
        <Updated at={row.updatedAt} />
      </td>
    </tr>
  );
}

/** Shown of a serial: agents compare its end with the label. */
const SERIAL_TAIL_LENGTH = 6;

function Device({ row }: { readonly row: TicketRow }) {
  const { t } = useTranslation('queue');
  if (row.serial === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('noDevice')}
      </Text>
    );
  }
  const isLong = row.serial.length > SERIAL_TAIL_LENGTH;
  return (
    <>
      <Text size="sm">{row.deviceModel}</Text>
      <Text size="xs" c="dimmed" className="rd-mono">
        {isLong ? `…${row.serial.slice(-SERIAL_TAIL_LENGTH)}` : row.serial}
      </Text>
    </>
  );
}

/** Ages are told by the minute. */
const AGE_REFRESH_MS = 30_000;

function Updated({ at }: { readonly at: number }) {
  const { i18n } = useTranslation();
  const now = useNow(AGE_REFRESH_MS);
  return (
    <Text size="xs" c="dimmed" component="time" dateTime={new Date(at).toISOString()}>
      {timeAgo(at, now, i18n.language)}
    </Text>
  );
}
