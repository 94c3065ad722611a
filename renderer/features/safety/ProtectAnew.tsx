import { Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProtectionChange } from './ProtectionDialog.tsx';

/** After the recovery key: stays until it is said how the key is kept from now on. */
export function ProtectAnew() {
  const { t } = useTranslation('safety');
  const vault = useCall('vault.getState', {}).data;
  if (vault?.state !== 'open' || !vault.mustProtectAnew) return null;
  return (
    <Modal
      opened
      onClose={() => undefined}
      title={t('protectAnew.title')}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <ShortcutLayer>
        <Stack gap="md">
          <Notice tone="info" title={t('protectAnew.opened')}>
            {t('protectAnew.what')}
          </Notice>
          <ProtectionChange vault={vault} onCancel={null} onDone={() => undefined} />
        </Stack>
      </ShortcutLayer>
    </Modal>
  );
}
