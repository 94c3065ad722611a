import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyState } from '../../../core/contract/safety-calls.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Part } from '../../ui/Part.tsx';
import { Status } from '../../ui/Status.tsx';
import { RestoreDialog, useBackupWords } from '../restore/index.ts';
import { useShowVault } from '../vault/index.ts';

/** When the last backup was made and how many there are; a new one, and the way back to an old one. */
export function BackupPart({ safety }: { readonly safety: SafetyState }) {
  const { t } = useTranslation('safety');
  const [isRestoring, setIsRestoring] = useState(false);
  const backUp = useCommand('safety.backUp');
  const show = useCommand('vault.showBackups');
  const showVault = useShowVault();
  const hasBackups = safety.backups.length > 0;
  return (
    <>
      <Part
        title={t('backup.title')}
        what={t('backup.what')}
        status={
          <>
            <BackupStatus safety={safety} />
            <CallErrorNotice error={backUp.error ?? show.error} />
          </>
        }
        actions={
          <>
            <Button variant="default" loading={safety.isBackingUp} onClick={() => backUp.mutate({})}>
              {t('backup.now')}
            </Button>
            <Button variant="default" onClick={() => setIsRestoring(true)}>
              {t('backup.restore')}
            </Button>
            {hasBackups && (
              <Button variant="subtle" onClick={() => show.mutate({})}>
                {t('backup.folder')}
              </Button>
            )}
          </>
        }
      />
      <RestoreDialog isOpen={isRestoring} onClose={() => setIsRestoring(false)} onRestored={showVault} />
    </>
  );
}

function BackupStatus({ safety }: { readonly safety: SafetyState }) {
  const { t } = useTranslation('safety');
  const words = useBackupWords();
  const [newest] = safety.backups;
  if (safety.isBackingUp) return <Status tone="busy">{t('backup.running')}</Status>;
  if (safety.backupFailure !== null) {
    return (
      <Notice tone="warning" title={t('backup.failed', { when: words.when(safety.backupFailure.at) })}>
        {t(`backup.failures.${safety.backupFailure.reason}`)}
      </Notice>
    );
  }
  if (newest === undefined) return <Status tone="warning">{t('backup.none')}</Status>;
  return (
    <Status tone="good">
      {t('backup.last', { when: words.when(newest.madeAt), count: safety.backups.length })}
    </Status>
  );
}
