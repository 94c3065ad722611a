import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupFacts } from '../../../core/contract/safety-calls.ts';
import { useBackupWords } from './use-backup-words.ts';

/** One backup to choose: when it was made, why, and how far it reaches. One that can not be used says so. */
export function BackupChoice({ backup }: { readonly backup: BackupFacts }) {
  const { t } = useTranslation('restore');
  const words = useBackupWords();
  const { state, kind, lastTicketNumber, sizeBytes } = backup;
  const facts =
    state === 'good'
      ? [t('reaches', { number: lastTicketNumber ?? 0 }), t(`kinds.${kind}`), words.size(sizeBytes)]
      : [t(`states.${state}`)];
  return (
    <Radio
      value={backup.name}
      disabled={state !== 'good'}
      label={words.when(backup.madeAt)}
      description={facts.join(' · ')}
    />
  );
}
