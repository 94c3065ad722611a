import { NativeSelect, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type ImportMapping,
  type ImportPreview,
  importFieldSchema,
  remap,
} from '../../../core/transfer/import-table.ts';

type Props = {
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly isDisabled: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
};

const LEFT_OUT = '';

/** Each column of the file with what is in its first rows, and what it is taken for. */
export function ColumnChoice({ preview, mapping, isDisabled, onChange }: Props) {
  const { t } = useTranslation('transfer');
  const { headings, samples } = preview;
  const fields = [
    { value: LEFT_OUT, label: t('import.leaveOut') },
    ...importFieldSchema.options.map((value) => ({ value, label: t(`import.fields.${value}`) })),
  ];
  const choose = (column: number, value: string) =>
    onChange(remap(mapping, column, value === LEFT_OUT ? null : importFieldSchema.parse(value)));
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table fz="sm" aria-label={t('import.columns')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.column')}</Table.Th>
            <Table.Th>{t('import.firstRows')}</Table.Th>
            <Table.Th w="38%">{t('import.takenFor')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {headings.map((heading, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name; headings can be equal
            <Table.Tr key={column}>
              <Table.Th scope="row">{heading || t('import.unnamed', { number: column + 1 })}</Table.Th>
              <Table.Td>
                {samples
                  .map((row) => row[column])
                  .filter(Boolean)
                  .join(' · ')}
              </Table.Td>
              <Table.Td>
                <NativeSelect
                  size="xs"
                  aria-label={t('import.takenForOf', { heading: heading || String(column + 1) })}
                  data={fields}
                  disabled={isDisabled}
                  value={mapping[column] ?? LEFT_OUT}
                  onChange={(event) => choose(column, event.currentTarget.value)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
