import { Button, Text } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../core/practice/device.ts';
import { RequestNotice } from './RequestNotice.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { usePhoneScan } from './use-phone-scan.ts';

/** The app's Password Resetting: its camera is the picture of the console's window. */
export function PhoneReset({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const scan = usePhoneScan(device);
  const button = useFocusOnMount<HTMLButtonElement>();
  return (
    <>
      <Text size="sm">{t('phone.resetWhat')}</Text>
      <Button
        ref={button}
        leftSection={<IconScan aria-hidden size={18} />}
        loading={scan.isPending}
        onClick={() => scan.mutate()}
      >
        {t('phone.scan')}
      </Button>
      {scan.data !== undefined && !scan.isPending && <RequestNotice answer={scan.data} />}
    </>
  );
}
