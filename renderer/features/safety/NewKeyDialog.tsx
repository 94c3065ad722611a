import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useShowVault } from '../vault/index.ts';
import { ConfirmedAct } from './ConfirmedAct.tsx';

type Props = {
  readonly vault: Extract<VaultState, { state: 'open' }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Encrypts all records anew, for when somebody may have copied the old key. */
export function NewKeyDialog({ vault, isOpen, onClose, onDone }: Props) {
  const { t } = useTranslation('safety');
  return (
    <Dialog title={t('newKey.title')} isOpen={isOpen} onClose={onClose}>
      <NewKeyForm vault={vault} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function NewKeyForm({ vault, onClose, onDone }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('safety');
  const make = useCommand('vault.makeNewKey');
  const showVault = useShowVault();
  const onSuccess = (state: VaultState) => {
    showVault(state);
    onDone();
  };
  return (
    <ConfirmedAct
      vault={vault}
      what={t('newKey.what')}
      label={t('newKey.go')}
      isBusy={make.isPending}
      error={make.error}
      onCancel={onClose}
      onConfirm={(currentPassphrase) => make.mutate({ currentPassphrase }, { onSuccess })}
    >
      <List size="sm" spacing={4}>
        <List.Item>{t('newKey.time')}</List.Item>
        <List.Item>{t('newKey.backups')}</List.Item>
        <List.Item>{t('newKey.recovery')}</List.Item>
      </List>
    </ConfirmedAct>
  );
}
