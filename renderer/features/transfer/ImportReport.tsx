import { Button, Group, List, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importProblemSchema, type ImportReport as Report } from '../../../core/transfer/import-table.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Status } from '../safety/index.ts';

type Props = { readonly importId: string; readonly report: Report; readonly isDone: boolean };

/** What an import would do, or has done: counts, and each refused row with its reason. */
export function ImportReport({ importId, report, isDone }: Props) {
  const { t } = useTranslation('transfer');
  const { added, changed, same, refused } = report;
  return (
    <Stack gap="sm">
      {isDone ? (
        <Notice tone="success" title={t('import.done')}>
          {t('import.doneNext')}
        </Notice>
      ) : (
        <Text size="sm">{t('import.foreseen')}</Text>
      )}
      <List size="sm">
        <List.Item>{t('import.added', { count: added })}</List.Item>
        <List.Item>{t('import.changed', { count: changed })}</List.Item>
        <List.Item>{t('import.same', { count: same })}</List.Item>
        <List.Item>{t('import.refused', { count: refused })}</List.Item>
      </List>
      {refused > 0 && <Problems importId={importId} report={report} />}
    </Stack>
  );
}

function Problems({ importId, report }: Omit<Props, 'isDone'>) {
  const { t } = useTranslation('transfer');
  const save = useCommand('import.saveProblems');
  const { problems, refused } = report;
  const words = {
    row: t('import.row'),
    reason: t('import.reason'),
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
              <Table.Th>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.map(({ row, reason }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{t(`import.problems.${reason}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {problems.length < refused && (
        <Text size="sm">{t('import.moreProblems', { count: refused - problems.length })}</Text>
      )}
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
