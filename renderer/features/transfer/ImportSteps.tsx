import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canImport, type ImportPreview, type ImportReading } from '../../../core/transfer/import-table.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ReadingChoice } from './ReadingChoice.tsx';
import { RunningTransfer } from './RunningTransfer.tsx';

type Props = { readonly preview: ImportPreview; readonly onClose: () => void };

/** First how the file is read and what the columns are, then what would happen, and only then it happens. */
export function ImportSteps({ preview: first, onClose }: Props) {
  const { t } = useTranslation(['transfer', 'common']);
  const table = useTable(first);
  const { preview, choices } = table;
  const check = useCommand('import.check');
  const run = useCommand('import.run');
  const running = useCall('transfer.getState', {}).data?.running ?? null;
  const isBusy = check.isPending || run.isPending;
  const foreseen = check.data?.result === 'done' ? check.data.report : null;
  const done = run.data?.result === 'done' ? run.data.report : null;
  const takes = foreseen === null ? 0 : foreseen.added + foreseen.changed;
  const isStopped = (run.data ?? check.data)?.result === 'cancelled';
  const canCheck = canImport(choices.mapping);
  return (
    <Stack gap="md">
      {foreseen === null ? (
        <>
          <ReadingChoice preview={preview} isDisabled={isBusy} onChange={table.readAgain} />
          {table.refusal !== null && (
            <Notice tone="warning" title={t('import.notReadSo')}>
              {t(`import.refusals.${table.refusal}`)}
            </Notice>
          )}
          <ColumnChoice
            preview={preview}
            mapping={choices.mapping}
            isDisabled={isBusy}
            onChange={(mapping) => table.choose({ ...choices, mapping })}
          />
          {preview.shortRows > 0 && (
            <Checkbox
              label={t('import.shortRows', { count: preview.shortRows })}
              description={t('import.shortRowsWhat')}
              disabled={isBusy}
              checked={choices.takesShortRows}
              onChange={(event) => table.choose({ ...choices, takesShortRows: event.currentTarget.checked })}
            />
          )}
          {!canCheck && <Notice tone="warning" title={t('import.needs')} />}
        </>
      ) : (
        <ImportReport importId={preview.importId} report={done ?? foreseen} isDone={done !== null} />
      )}
      {isBusy && running !== null && <RunningTransfer running={running} />}
      {!isBusy && isStopped && <Notice tone="info" title={t('import.stopped')} />}
      <CallErrorNotice error={run.error ?? check.error ?? table.error} />
      <Group justify="flex-end" gap="sm">
        {foreseen !== null && done === null && (
          <Button variant="default" disabled={isBusy} onClick={() => check.reset()}>
            {t('import.back')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={isBusy}
          onClick={onClose}
          data-autofocus={done !== null || undefined}
        >
          {t(done === null ? 'common:actions.cancel' : 'common:actions.close')}
        </Button>
        {foreseen === null && (
          <Button
            loading={check.isPending}
            disabled={!canCheck || table.isReading}
            onClick={() => check.mutate({ importId: preview.importId, ...choices })}
          >
            {t('import.check')}
          </Button>
        )}
        {foreseen !== null && done === null && (
          <Button
            loading={run.isPending}
            disabled={takes === 0}
            onClick={() => run.mutate({ importId: preview.importId, ...choices })}
          >
            {t('import.go', { count: takes })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** The file as it is read now, and what the agent has said of its columns. */
function useTable(first: ImportPreview) {
  const [preview, setPreview] = useState(first);
  const [choices, choose] = useState({ mapping: first.mapping, takesShortRows: false });
  const again = useCommand('import.readAgain');
  const take = (next: ImportPreview) => {
    // What the agent chose stays as long as it can be about the same columns.
    const isChosen = choices.mapping.some((field, index) => field !== preview.mapping[index]);
    const isSame = next.headings.length === preview.headings.length;
    choose({ ...choices, mapping: isChosen && isSame ? choices.mapping : next.mapping });
    setPreview(next);
  };
  return {
    preview,
    choices,
    choose,
    readAgain: (reading: ImportReading) =>
      again.mutate(
        { importId: preview.importId, reading },
        { onSuccess: (read) => read.result === 'read' && take(read.preview) },
      ),
    isReading: again.isPending,
    refusal: again.data?.result === 'refused' ? again.data.refusal : null,
    error: again.error,
  };
}
