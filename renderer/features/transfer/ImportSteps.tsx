import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canImport, type ImportPreview } from '../../../core/transfer/import-table.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { ImportReport } from './ImportReport.tsx';
import { RunningTransfer } from './RunningTransfer.tsx';

type Props = { readonly preview: ImportPreview; readonly onClose: () => void };

/** First what the columns are, then what would happen, and only then it happens. */
export function ImportSteps({ preview, onClose }: Props) {
  const { t } = useTranslation(['transfer', 'common']);
  const { importId } = preview;
  const [mapping, setMapping] = useState(preview.mapping);
  const check = useCommand('import.check');
  const run = useCommand('import.run');
  const running = useCall('transfer.getState', {}).data?.running ?? null;
  const isBusy = check.isPending || run.isPending;
  const foreseen = check.data?.result === 'done' ? check.data.report : null;
  const done = run.data?.result === 'done' ? run.data.report : null;
  const takes = foreseen === null ? 0 : foreseen.added + foreseen.changed;
  const isStopped = (run.data ?? check.data)?.result === 'cancelled';
  return (
    <Stack gap="md">
      {foreseen === null ? (
        <ColumnChoice preview={preview} mapping={mapping} isDisabled={isBusy} onChange={setMapping} />
      ) : (
        <ImportReport importId={importId} report={done ?? foreseen} isDone={done !== null} />
      )}
      {isBusy && running !== null && <RunningTransfer running={running} />}
      {!isBusy && isStopped && <Notice tone="info" title={t('import.stopped')} />}
      {foreseen === null && !canImport(mapping) && <Notice tone="warning" title={t('import.needs')} />}
      <CallErrorNotice error={run.error ?? check.error} />
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
            disabled={!canImport(mapping)}
            onClick={() => check.mutate({ importId, mapping })}
          >
            {t('import.check')}
          </Button>
        )}
        {foreseen !== null && done === null && (
          <Button
            loading={run.isPending}
            disabled={takes === 0}
            onClick={() => run.mutate({ importId, mapping })}
          >
            {t('import.go', { count: takes })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
