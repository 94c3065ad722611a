import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

/** A part of the program is not where it was: it was replaced or removed while it ran. */
export function LoadFailed() {
  const { t } = useTranslation('common');
  return (
    <Notice tone="danger" title={t('loadFailed.title')}>
      {t('loadFailed.next')}
    </Notice>
  );
}
