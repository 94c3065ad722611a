import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exported, exportedSchema } from '../../../core/desk-log/desk-entry.ts';
import type { ExportOutcome } from '../../../core/transfer/transfer.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { formatTime } from '../../lib/time-words.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Part } from '../../ui/Part.tsx';
import { Status } from '../../ui/Status.tsx';
import { RunningTransfer } from './RunningTransfer.tsx';

/** Records as a file: a table of one kind, or everything. Says what is in it and that anyone can read it. */
export function ExportPart() {
  const { t } = useTranslation('transfer');
  const [what, setWhat] = useState<Exported>('customers');
  const save = useCommand('export.save');
  const state = useCall('transfer.getState', {});
  const running = state.data?.running ?? null;
  const isExporting = exportedSchema.safeParse(running?.task).success;
  const last = state.data?.lastExport ?? null;
  return (
    <Part
      title={t('export.title')}
      what={t('export.what')}
      status={
        <>
          <NativeSelect
            label={t('export.choice')}
            description={t(`export.holds.${what}`)}
            data={exportedSchema.options.map((value) => ({ value, label: t(`export.kinds.${value}`) }))}
            value={what}
            onChange={(event) => setWhat(exportedSchema.parse(event.currentTarget.value))}
          />
          <Notice tone="warning" title={t('export.open')}>
            {t('export.openNext')}
          </Notice>
          {running !== null && isExporting && <RunningTransfer running={running} />}
          {!isExporting && last !== null && <Outcome outcome={last} />}
          <CallErrorNotice error={save.error ?? state.error} />
        </>
      }
      actions={
        <Button
          variant="default"
          loading={save.isPending}
          disabled={running !== null}
          onClick={() => save.mutate({ what })}
        >
          {t('export.go')}
        </Button>
      }
    />
  );
}

function Outcome({ outcome }: { readonly outcome: ExportOutcome }) {
  const { t, i18n } = useTranslation('transfer');
  const { what, result, reason, rows, fileName, at } = outcome;
  const when = formatTime(at, Date.now(), i18n.language);
  if (result === 'cancelled') return <Status tone="warning">{t('export.cancelled', { when })}</Status>;
  if (result === 'done') {
    const kind = t(`export.kinds.${what}`);
    return <Status tone="good">{t('export.done', { when, kind, file: fileName, count: rows })}</Status>;
  }
  return (
    <Notice tone="danger" title={t('export.failed', { when })}>
      {t(`export.failures.${reason ?? 'unknown'}`)}
    </Notice>
  );
}
