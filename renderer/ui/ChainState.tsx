import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

type Props = { readonly brokenAt: number | null; readonly count: number };

/** Whether the trail is as it was written, and what to do if it is not. */
export function ChainState({ brokenAt, count }: Props) {
  const { t } = useTranslation('records');
  if (brokenAt !== null) {
    return (
      <Notice tone="danger" title={t('chain.broken', { entry: brokenAt })}>
        {t('chain.brokenNext')}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={t('chain.whole', { count })}>
      {t('chain.wholeMeans')}
    </Notice>
  );
}
