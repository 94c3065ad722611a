import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { Part } from '../../ui/Part.tsx';
import { Status } from '../../ui/Status.tsx';
import { useBackupWords } from '../restore/index.ts';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { ProtectionDialog } from './ProtectionDialog.tsx';
import { RecoveryKeyDialog } from './RecoveryKeyDialog.tsx';

type Props = { readonly vault: Extract<VaultState, { state: 'open' }> };

/** How the key is kept, the recovery key, and another key. */
export function KeyPart({ vault }: Props) {
  const { t } = useTranslation('safety');
  const words = useBackupWords();
  const [dialog, setDialog] = useState<'protection' | 'recovery' | 'newKey' | null>(null);
  const close = () => setDialog(null);
  const { recoveryKeyMadeAt } = vault;
  return (
    <>
      <Part
        title={t('key.title')}
        what={t('key.what')}
        status={
          <>
            <Status tone={vault.protection === 'unprotected' ? 'warning' : 'good'}>
              {t(`key.protections.${vault.protection}`)}
            </Status>
            <Status tone={recoveryKeyMadeAt === null ? 'warning' : 'good'}>
              {recoveryKeyMadeAt === null
                ? t('key.noRecovery')
                : t('key.recovery', { when: words.when(recoveryKeyMadeAt) })}
            </Status>
          </>
        }
        actions={
          <>
            <Button variant="default" onClick={() => setDialog('recovery')}>
              {t('key.makeRecovery')}
            </Button>
            <Button variant="default" onClick={() => setDialog('protection')}>
              {t('key.change')}
            </Button>
            <Button variant="subtle" onClick={() => setDialog('newKey')}>
              {t('key.renew')}
            </Button>
          </>
        }
      />
      <RecoveryKeyDialog vault={vault} isOpen={dialog === 'recovery'} onClose={close} />
      <ProtectionDialog
        vault={vault}
        isOpen={dialog === 'protection'}
        onClose={close}
        // A new key ended the recovery key.
        onDone={(state) => setDialog(hasLostRecoveryKey(vault, state) ? 'recovery' : null)}
      />
      <NewKeyDialog
        vault={vault}
        isOpen={dialog === 'newKey'}
        onClose={close}
        onDone={() => setDialog('recovery')}
      />
    </>
  );
}

function hasLostRecoveryKey(before: Props['vault'], after: VaultState): boolean {
  return before.recoveryKeyMadeAt !== null && after.state === 'open' && after.recoveryKeyMadeAt === null;
}
