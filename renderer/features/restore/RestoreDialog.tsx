import { Button, Group, Loader, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { EscapeKey } from '../../ui/EscapeKey.tsx';
import { BackupChoice } from './BackupChoice.tsx';
import { useBackupWords } from './use-backup-words.ts';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRestored: (vault: VaultState) => void;
};

/** Lets the agent put a backup in the place of the present records, and says what that means. */
export function RestoreDialog({ isOpen, onClose, onRestored }: Props) {
  const { t } = useTranslation(['restore', 'common']);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ShortcutLayer>
        <EscapeKey onClose={onClose} />
        {isOpen && <Choices onClose={onClose} onRestored={onRestored} />}
      </ShortcutLayer>
    </Modal>
  );
}

function Choices({ onClose, onRestored }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation(['restore', 'common']);
  const list = useCall('vault.listBackups', {});
  const restore = useCommand('vault.restore');
  const restoreFile = useCommand('vault.restoreFile');
  const [chosen, setChosen] = useState<string | null>(null);
  const words = useBackupWords();
  if (list.data === undefined)
    return list.error === null ? (
      <Loader aria-label={t('looking')} />
    ) : (
      <CallErrorNotice error={list.error} />
    );
  const { backups, lastWrittenAt } = list.data;
  const name = chosen ?? backups.find(({ state }) => state === 'good')?.name ?? null;
  const backup = backups.find((one) => one.name === name);
  const isBusy = restore.isPending || restoreFile.isPending;
  const done = (vault: VaultState) => {
    onClose();
    onRestored(vault);
  };
  return (
    <Stack gap="md">
      <Text size="sm">{t('what')}</Text>
      {backups.length === 0 && <Text>{t('none')}</Text>}
      <Radio.Group label={t('choose')} value={name} onChange={setChosen}>
        <Stack gap={4} mt="xs">
          {backups.map((one) => (
            <BackupChoice key={one.name} backup={one} />
          ))}
        </Stack>
      </Radio.Group>
      {backup !== undefined && <Text size="sm">{words.missing(backup.madeAt, lastWrittenAt)}</Text>}
      <CallErrorNotice error={restore.error ?? restoreFile.error} />
      <Group justify="space-between">
        <Button
          variant="subtle"
          disabled={isBusy}
          onClick={() => restoreFile.mutate({}, { onSuccess: ({ vault }) => vault !== null && done(vault) })}
        >
          {t('otherFile')}
        </Button>
        <Group gap="sm">
          <Button variant="default" onClick={onClose} disabled={isBusy}>
            {t('common:actions.cancel')}
          </Button>
          <Button
            loading={isBusy}
            disabled={name === null}
            onClick={() => name !== null && restore.mutate({ name }, { onSuccess: done })}
          >
            {t('restore')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
