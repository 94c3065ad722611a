import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PayloadFault } from '../../../../core/mail/reset-mail.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useScanner } from '../../scan/index.ts';

/** Half a request is never sent; the way on is another scan. */
export function PayloadFaultNotice({ fault }: { readonly fault: PayloadFault }) {
  const { t } = useTranslation('ticket');
  const { openScanner } = useScanner();
  return (
    <Notice
      tone="danger"
      title={t(`mail.fault.${fault}`)}
      action={<Button onClick={() => openScanner()}>{t('scan.open')}</Button>}
    >
      {t('mail.faultNext')}
    </Notice>
  );
}
