import { Button, Group, List, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importProblemSchema, type ImportReport as Report } from '../../../core/transfer/import-table.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Status } from '../../ui/Status.tsx';

type Props = { readonly importId: string; readonly report: Report; readonly isDone: boolean };

/** What an import would do, or has done: every row counted, and the refused ones by reason with their values. */
export function ImportReport({ importId, report, isDone }: Props) {
  const { t } = useTranslation('transfer');
  const { rows, added, changed, same, refused, leftOut } = report;
  return (
    <Stack gap="sm">
      {isDone ? (
        <Notice tone="success" title={t('import.done')}>
          {t('import.doneNext')}
        </Notice>
      ) : (
        <Text size="sm">{t('import.foreseen')}</Text>
      )}
      <Text size="sm" fw={600}>
        {t('import.ofRows', { count: rows })}
      </Text>
      <List size="sm">
        <List.Item>{t('import.added', { count: added })}</List.Item>
        <List.Item>{t('import.changed', { count: changed })}</List.Item>
        <List.Item>{t('import.same', { count: same })}</List.Item>
        <List.Item>{t('import.refused', { count: refused })}</List.Item>
      </List>
      {leftOut.length > 0 && (
        <Text size="sm">
          {t('import.leftOut', {
            languages: leftOut
              .map(({ value, count }) => t('import.valueInRows', { value, count }))
              .join(', '),
          })}
        </Text>
      )}
      {refused > 0 && <Problems importId={importId} report={report} />}
    </Stack>
  );
}

function Problems({ importId, report }: Omit<Props, 'isDone'>) {
  const { t } = useTranslation('transfer');
  const save = useCommand('import.saveProblems');
  const words = {
    row: t('import.row'),
    reason: t('import.reason'),
    value: t('import.value'),
    reasons: Object.fromEntries(
      importProblemSchema.options.map((problem) => [problem, t(`import.problems.${problem}`)]),
    ),
  };
  return (
    <>
      <ScrollArea.Autosize mah={220} type="auto" tabIndex={0}>
        <Table fz="sm" aria-label={t('import.problemTable')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.reason')}</Table.Th>
              <Table.Th ta="right">{t('import.rows')}</Table.Th>
              <Table.Th w="45%">{t('import.examples')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.problems.map(({ reason, count, examples }) => (
              <Table.Tr key={reason}>
                <Table.Td>{t(`import.problems.${reason}`)}</Table.Td>
                <Table.Td ta="right">{count}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {examples.map(({ row, value }) => (
                    <div key={row}>{t('import.example', { row, value })}</div>
                  ))}
                  {examples.length < count && t('import.moreProblems', { count: count - examples.length })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          loading={save.isPending}
          onClick={() => save.mutate({ importId, words })}
        >
          {t('import.saveProblems')}
        </Button>
        {save.data?.isSaved === true && <Status tone="good">{t('import.savedProblems')}</Status>}
      </Group>
      <CallErrorNotice error={save.error} />
    </>
  );
}
