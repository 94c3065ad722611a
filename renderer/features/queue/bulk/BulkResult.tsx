import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../../../lib/failure-words.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './BulkBar.module.css';
import type { BulkReport } from './bulk-run.ts';

type Props = { readonly report: BulkReport; readonly onDismiss: () => void };

/** What became of each ticket: how many were changed, and which were refused and why. */
export function BulkResult({ report, onDismiss }: Props) {
  const { t } = useTranslation('queue');
  const refused = report.results.filter(({ refusal }) => refusal !== null);
  const untried = report.total - report.results.length;
  const parts = [
    t('bulk.done', { count: report.results.length - refused.length }),
    ...(refused.length > 0 ? [t('bulk.refused', { count: refused.length })] : []),
    ...(report.isStopped ? [t('bulk.stopped', { count: untried })] : []),
  ];
  return (
    <Notice
      tone={refused.length + untried > 0 ? 'warning' : 'success'}
      title={parts.join(' · ')}
      action={<CloseButton aria-label={t('bulk.dismiss')} onClick={onDismiss} />}
    >
      {refused.length > 0 && (
        <ul className={classes['refusals']}>
          {refused.map(({ ticketId, number, refusal }) => (
            <li key={ticketId}>{t('bulk.refusal', { number, why: refusalWords(refusal ?? '', t) })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
