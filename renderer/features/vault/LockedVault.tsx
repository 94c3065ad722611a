import { Button, Text } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useBackupWords } from '../restore/index.ts';
import { PassphraseForm } from './PassphraseForm.tsx';
import { RecoveryKeyForm } from './RecoveryKeyForm.tsx';
import { useShowVault } from './use-show-vault.ts';
import { VaultFrame } from './VaultFrame.tsx';

type Props = { readonly vault: Extract<VaultState, { state: 'locked' }> };

const CLOSED_WITHIN_MS = 1500;

/** Stands before a desk that is locked: why, and the way back to it. */
export function LockedVault({ vault }: Props) {
  const { t } = useTranslation('vault');
  const [isRecovering, setIsRecovering] = useState(false);
  if (isRecovering) {
    return (
      <VaultFrame title={t('recovery.title')}>
        <RecoveryKeyForm onCancel={() => setIsRecovering(false)} />
      </VaultFrame>
    );
  }
  const { lockedBy } = vault;
  return (
    <VaultFrame title={t(lockedBy === null ? 'locked.title' : 'locked.titleDesk')}>
      {lockedBy !== null && (
        <Text>
          {t(`locked.by.${lockedBy}`)} {t('locked.goesOn')}
        </Text>
      )}
      {vault.isClosing && <StillEnding />}
      {vault.needs === 'passphrase' ? (
        <WithPassphrase vault={vault} onRecover={() => setIsRecovering(true)} />
      ) : (
        <WithoutPassphrase />
      )}
    </VaultFrame>
  );
}

/** Records are closed within a moment where nothing is under way; then there is nothing to say. */
function StillEnding() {
  const { t } = useTranslation('vault');
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), CLOSED_WITHIN_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? (
    <Notice tone="info" title={t('locked.stillEnding')}>
      {t('locked.stillEndingWhat')}
    </Notice>
  ) : null;
}

function WithPassphrase({ vault, onRecover }: Props & { readonly onRecover: () => void }) {
  const { t } = useTranslation('vault');
  return (
    <>
      {vault.lockedBy === null && <Text>{t('locked.what')}</Text>}
      <PassphraseForm />
      <LastChange vault={vault} />
      {vault.hasRecoveryKey ? (
        <Button variant="subtle" onClick={onRecover}>
          {t('locked.useRecoveryKey')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('locked.forgotten')}
        </Text>
      )}
    </>
  );
}

/** Whoever knew the former passphrase learns here that it is another one, and how that came. */
function LastChange({ vault: { lastChange } }: Props) {
  const { t } = useTranslation('vault');
  const words = useBackupWords();
  if (lastChange === null) return null;
  const when = words.when(lastChange.at);
  if (!lastChange.wasRecovered)
    return (
      <Text size="sm" c="dimmed">
        {t('locked.changed', { when })}
      </Text>
    );
  return (
    <Notice tone="warning" title={t('locked.changedByRecovery', { when })}>
      {t('locked.changedByRecoveryNext')}
    </Notice>
  );
}

function WithoutPassphrase() {
  const { t } = useTranslation('vault');
  const unlock = useCommand('vault.unlock');
  const showVault = useShowVault();
  return (
    <>
      <Notice tone="info" title={t('locked.onlyHidden')}>
        {t('locked.onlyHiddenWhat')}
      </Notice>
      <CallErrorNotice error={unlock.error} />
      <Button
        size="md"
        autoFocus
        loading={unlock.isPending}
        leftSection={<IconLockOpen aria-hidden size={18} />}
        onClick={() => unlock.mutate({ passphrase: null }, { onSuccess: showVault })}
      >
        {t('locked.openAgain')}
      </Button>
    </>
  );
}
