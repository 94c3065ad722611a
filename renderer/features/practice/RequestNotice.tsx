import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';
import type { PhoneAnswer } from './phone-scan.ts';

/** What came of a request to the pretend vendor, and what to do next. */
export function RequestNotice({ answer }: { readonly answer: PhoneAnswer }) {
  const { t } = useTranslation('practice');
  return (
    <Notice tone={answer === 'mailed' ? 'success' : 'danger'} title={t(`request.${answer}.title`)}>
      {t(`request.${answer}.next`)}
    </Notice>
  );
}
