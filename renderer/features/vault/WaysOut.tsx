import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupFacts } from '../../../core/contract/safety-calls.ts';
import type { VaultFailure, VaultState } from '../../../core/contract/shell-records.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { RestoreDialog, useBackupWords } from '../restore/index.ts';
import { useShowVault } from './use-show-vault.ts';

type Props = {
  readonly vault: Extract<VaultState, { state: 'failed' }>;
  readonly onRecover: () => void;
};

/** Where another file in the place of the present one helps. */
const HELPED_BY_A_BACKUP: readonly VaultFailure[] = ['damaged', 'moved', 'wrongKey', 'mixed', 'newerThanApp'];

/** The file is whole, and another program opens it: a backup is for who stays with this one. */
const WHOLE: readonly VaultFailure[] = ['newerThanApp'];

const MAIN = { size: 'md', autoFocus: true } as const;
const OTHER = { variant: 'default' } as const;

/** Where the key is what is missing. */
const HELPED_BY_THE_RECOVERY_KEY: readonly VaultFailure[] = [
  'keyMissing',
  'keyUnreadable',
  'keyNewer',
  'keyringLocked',
  'keyringForgot',
  'keyringChanged',
  'wrongKey',
];

/** One main way out of the failure, and the others below it. */
export function WaysOut({ vault, onRecover }: Props) {
  const canRecover =
    vault.hasRecoveryKey && !vault.isKeyKnown && HELPED_BY_THE_RECOVERY_KEY.includes(vault.reason);
  // The keyring's own password opens more than the sheet in the safe does, and is at hand.
  const isUnlockBetter = vault.reason === 'keyringLocked';
  const { t } = useTranslation('vault');
  const canRestore = vault.isKeyKnown && HELPED_BY_A_BACKUP.includes(vault.reason);
  const hasMain = (canRecover && !isUnlockBetter) || (canRestore && !WHOLE.includes(vault.reason));
  return (
    <Stack gap="sm">
      {canRecover && !isUnlockBetter && <RecoverButton onRecover={onRecover} />}
      {!hasMain && <RetryButton isMain reason={vault.reason} />}
      {canRecover && isUnlockBetter && (
        <Button variant="default" onClick={onRecover}>
          {t('ways.recover')}
        </Button>
      )}
      {canRestore && <RestoreWays vault={vault} />}
      {vault.reason === 'weakerKey' && <TakeWeakerKey />}
      <OtherWays vault={vault} canRestore={canRestore} hasMain={hasMain} />
    </Stack>
  );
}

function RecoverButton({ onRecover }: { readonly onRecover: () => void }) {
  const { t } = useTranslation('vault');
  return (
    <Button {...MAIN} onClick={onRecover}>
      {t('ways.recover')}
    </Button>
  );
}

/** Never the first choice: whoever exchanged the files would want it pressed. */
function TakeWeakerKey() {
  const { t } = useTranslation('vault');
  const take = useCommand('vault.takeWeakerKey');
  const showVault = useShowVault();
  return (
    <>
      <Button
        variant="default"
        loading={take.isPending}
        onClick={() => take.mutate({}, { onSuccess: showVault })}
      >
        {t('ways.takeWeakerKey')}
      </Button>
      <CallErrorNotice error={take.error} />
    </>
  );
}

/** The newest good backup with one press, and what would be missing then. */
function RestoreWays({ vault }: { readonly vault: Props['vault'] }) {
  const { t } = useTranslation('vault');
  const list = useCall('vault.listBackups', {});
  const restore = useCommand('vault.restore');
  const showVault = useShowVault();
  const [isChoosing, setIsChoosing] = useState(false);
  const words = useBackupWords();
  if (list.data === undefined) return <CallErrorNotice error={list.error} />;
  const good = list.data.backups.filter(({ state }) => state === 'good');
  const [newest] = good;
  return (
    <Stack gap="sm">
      {newest === undefined ? (
        <Text>{t('ways.noBackup')}</Text>
      ) : (
        <NewestBackup
          backup={newest}
          lastWrittenAt={list.data.lastWrittenAt}
          isBusy={restore.isPending}
          onRestore={() => restore.mutate({ name: newest.name }, { onSuccess: showVault })}
          words={words}
          isMain={!WHOLE.includes(vault.reason)}
        />
      )}
      <CallErrorNotice error={restore.error} />
      {vault.reason === 'damaged' && <RescueButton />}
      {good.length > 1 && (
        <Button variant="default" onClick={() => setIsChoosing(true)}>
          {t('ways.chooseBackup')}
        </Button>
      )}
      <RestoreDialog isOpen={isChoosing} onClose={() => setIsChoosing(false)} onRestored={showVault} />
    </Stack>
  );
}

type NewestProps = {
  readonly backup: BackupFacts;
  readonly lastWrittenAt: number | null;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly words: ReturnType<typeof useBackupWords>;
  readonly isMain: boolean;
};

function NewestBackup({ backup, lastWrittenAt, isBusy, onRestore, words, isMain }: NewestProps) {
  const { t } = useTranslation('vault');
  return (
    <>
      <Button {...(isMain ? MAIN : OTHER)} loading={isBusy} onClick={onRestore}>
        {t('ways.restore', { when: words.when(backup.madeAt) })}
      </Button>
      <Text size="sm">
        {t('ways.reaches', { number: backup.lastTicketNumber ?? 0 })}{' '}
        {words.missing(backup.madeAt, lastWrittenAt)} {t('ways.keptAside')}
      </Text>
    </>
  );
}

function RescueButton() {
  const { t } = useTranslation('vault');
  const rescue = useCommand('vault.rescue');
  const showVault = useShowVault();
  return (
    <>
      <Button
        variant="default"
        loading={rescue.isPending}
        onClick={() => rescue.mutate({}, { onSuccess: showVault })}
      >
        {t('ways.rescue')}
      </Button>
      <CallErrorNotice error={rescue.error} />
    </>
  );
}

type RetryProps = { readonly reason: VaultFailure; readonly isMain?: boolean };

function RetryButton({ reason, isMain = false }: RetryProps) {
  const { t } = useTranslation('vault');
  const retry = useCommand('vault.retry');
  const showVault = useShowVault();
  return (
    <>
      <Button
        {...(isMain ? MAIN : OTHER)}
        loading={retry.isPending}
        onClick={() => retry.mutate({}, { onSuccess: showVault })}
      >
        {t(reason === 'keyringLocked' ? 'ways.unlockKeyring' : 'ways.retry')}
      </Button>
      <CallErrorNotice error={retry.error} />
    </>
  );
}

type OtherProps = {
  readonly vault: Props['vault'];
  readonly canRestore: boolean;
  readonly hasMain: boolean;
};

function OtherWays({ vault, canRestore, hasMain }: OtherProps) {
  const { t } = useTranslation('vault');
  const restoreFile = useCommand('vault.restoreFile');
  const diagnostics = useCommand('vault.saveDiagnostics');
  const showVault = useShowVault();
  const takeFile = () =>
    restoreFile.mutate({}, { onSuccess: ({ vault: next }) => next !== null && showVault(next) });
  return (
    <>
      <Group gap="sm" grow preventGrowOverflow={false}>
        {canRestore && (
          <Button variant="default" loading={restoreFile.isPending} onClick={takeFile}>
            {t(vault.reason === 'moved' ? 'ways.findFile' : 'ways.chooseFile')}
          </Button>
        )}
        {hasMain && <RetryButton reason={vault.reason} />}
        <Button variant="default" onClick={() => diagnostics.mutate({})}>
          {t(diagnostics.data?.isSaved === true ? 'ways.diagnosticsSaved' : 'ways.diagnostics')}
        </Button>
      </Group>
      <CallErrorNotice error={restoreFile.error ?? diagnostics.error} />
    </>
  );
}
