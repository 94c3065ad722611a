import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/use-now.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** The five-minute lock, counted down. `lockedUntil` is epoch ms. */
export function LockNotice({ lockedUntil }: { readonly lockedUntil: number }) {
  const { t } = useTranslation('practice');
  const leftMs = lockedUntil - useNow();
  if (leftMs <= 0) return <Notice tone="info" title={t('lock.over')} />;
  const leftSeconds = Math.ceil(leftMs / 1000);
  const clock = `${Math.floor(leftSeconds / 60)}:${String(leftSeconds % 60).padStart(2, '0')}`;
  return (
    <Notice tone="warning" title={t('lock.title')}>
      {/* Said once; a countdown that is read out every second would drown everything else. */}
      <span aria-live="off">{t('lock.left', { clock })}</span>
    </Notice>
  );
}
