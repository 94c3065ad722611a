import { useTranslation } from 'react-i18next';
import type { Lane, TicketRow } from '../../../core/contract/records.ts';
import { TicketLine } from './TicketLine.tsx';
import classes from './TicketTable.module.css';
import type { RowSelection } from './use-row-selection.ts';
import { useStepTitles } from './use-step-titles.ts';

type Props = {
  readonly lane: Lane;
  readonly rows: readonly TicketRow[];
  readonly selection: RowSelection;
  readonly onOpen: (ticketId: string) => void;
};

/** A closed ticket has no step to go on with. */
const CLOSED_COLUMNS = ['ticket', 'status', 'customer', 'device', 'updated'] as const;
const OPEN_COLUMNS = ['ticket', 'status', 'customer', 'device', 'step', 'updated'] as const;

/** A lane's tickets: a real table, each row opened by the link in its first cell. */
export function TicketTable({ lane, rows, selection, onOpen }: Props) {
  const { t } = useTranslation('queue');
  const titleOf = useStepTitles();
  const columns = lane === 'closed' ? CLOSED_COLUMNS : OPEN_COLUMNS;
  return (
    <table className={classes['table']} aria-label={t(`lanes.${lane}`)}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TicketLine
            key={row.id}
            row={row}
            stepTitle={lane === 'closed' ? null : titleOf(row)}
            isSelected={row.id === selection.selectedId}
            onSelect={() => selection.select(row.id)}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
